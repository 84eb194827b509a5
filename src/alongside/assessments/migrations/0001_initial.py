import alongside.keys
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('agencies', '0001_initial'),
        ('agencies', '__first__'),
        ('cases', '0001_initial'),
        ('chronology', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='AssessmentApproval',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('approved_on', models.DateField()),
                ('outcome', models.CharField(max_length=40)),
                ('outcome_label', models.CharField(max_length=150)),
                ('reasons', models.TextField()),
                ('approved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('outcome', ''), _negated=True), models.Q(('reasons', ''), _negated=True)), name='assessment_approval_decides_with_reasons', violation_error_message='Enter the outcome, and the reasons for it.')],
            },
        ),
        migrations.CreateModel(
            name='Assessment',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('started_on', models.DateField()),
                ('basis', models.CharField(choices=[('section-17', 'Section 17: the child may be in need'), ('section-47', 'Section 47: within enquiries into significant harm')], max_length=20, verbose_name='statutory basis')),
                ('why', models.TextField(verbose_name='why the child is being assessed')),
                ('pace', models.TextField(blank=True, verbose_name='how quickly it must go, and why')),
                ('saves', models.PositiveIntegerField(default=0)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('lead', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assessments', to=settings.AUTH_USER_MODEL, verbose_name='led by')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('approval', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='assessment', to='assessments.assessmentapproval')),
            ],
            options={
                'indexes': [models.Index(fields=['case', 'started_on'], name='assessment_by_case')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('approval', None)), fields=('case',), name='assessment_one_open_for_each_case'), models.CheckConstraint(condition=models.Q(('why', ''), _negated=True), name='assessment_says_why', violation_error_message='Enter why the child is being assessed.')],
            },
        ),
        migrations.CreateModel(
            name='AssessmentFactor',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(choices=[('16A', 'Neglect'), ('17A', 'Emotional abuse'), ('18C', 'Physical abuse by an adult'), ('18B', 'Physical abuse by another child'), ('19C', 'Sexual abuse by an adult'), ('19B', 'Sexual abuse by another child'), ('23A', 'Abuse linked to faith or belief'), ('22A', 'Female genital mutilation'), ('3A', 'Domestic abuse: the child'), ('3B', 'Domestic abuse: a parent or carer'), ('3C', 'Domestic abuse: someone else in the household'), ('4A', 'Mental health: the child'), ('4B', 'Mental health: a parent or carer'), ('4C', 'Mental health: someone else in the household'), ('1A', 'Alcohol: the child'), ('1B', 'Alcohol: a parent or carer'), ('1C', 'Alcohol: someone else in the household'), ('2A', 'Drugs: the child'), ('2B', 'Drugs: a parent or carer'), ('2C', 'Drugs: someone else in the household'), ('5A', 'Learning disability: the child'), ('5B', 'Learning disability: a parent or carer'), ('5C', 'Learning disability: someone else in the household'), ('6A', 'Physical disability or illness: the child'), ('6B', 'Physical disability or illness: a parent or carer'), ('6C', 'Physical disability or illness: someone else in the household'), ('24A', 'Child criminal exploitation'), ('11A', 'Child sexual exploitation'), ('13A', 'Gangs'), ('12A', 'Trafficking'), ('10A', 'Going or being missing'), ('7A', 'Young carer'), ('15A', 'Self-harm'), ('14A', 'Socially unacceptable behaviour'), ('9A', 'Unaccompanied asylum-seeking child'), ('8B', 'Privately fostered: from overseas, expected to return'), ('8C', 'Privately fostered: from overseas, expected to stay'), ('8D', 'Privately fostered: in an educational placement in the United Kingdom'), ('8E', 'Privately fostered: alternative family arrangement in the United Kingdom'), ('8F', 'Privately fostered: another arrangement'), ('20', 'Another factor'), ('21', 'No factor found, and no further action'), ('18A', 'Physical abuse, by whom not said'), ('19A', 'Sexual abuse, by whom not said')], max_length=3)),
                ('approval', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='factors', to='assessments.assessmentapproval')),
            ],
            options={
                'ordering': ('id',),
                'constraints': [models.UniqueConstraint(fields=('approval', 'code'), name='assessment_factor_once'), models.CheckConstraint(condition=models.Q(('code__in', ('16A', '17A', '18C', '18B', '19C', '19B', '23A', '22A', '3A', '3B', '3C', '4A', '4B', '4C', '1A', '1B', '1C', '2A', '2B', '2C', '5A', '5B', '5C', '6A', '6B', '6C', '24A', '11A', '13A', '12A', '10A', '7A', '15A', '14A', '9A', '8B', '8C', '8D', '8E', '8F', '20', '21', '18A', '19A'))), name='assessment_factor_is_a_census_code')],
            },
        ),
        migrations.CreateModel(
            name='AssessmentNotice',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('how', models.CharField(choices=[('letter', 'Letter'), ('email', 'Secure e-mail'), ('in-person', 'Handed over in person'), ('copy', 'Copy of the assessment')], max_length=10)),
                ('told_on', models.DateField()),
                ('agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.agency')),
                ('approval', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='assessments.assessmentapproval')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='chronology.entry', verbose_name='the entry of the letter that told them')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('approval', 'agency'), name='assessment_notice_once'), models.UniqueConstraint(condition=models.Q(('agency', None)), fields=('approval',), name='assessment_notice_to_the_family_once')],
            },
        ),
        migrations.CreateModel(
            name='AssessmentOverRun',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('explained_on', models.DateField()),
                ('why', models.TextField(verbose_name='why it is taking longer')),
                ('discussed_with_child', models.BooleanField(default=False)),
                ('discussed_with_family', models.BooleanField(default=False)),
                ('discussed_with_practitioners', models.BooleanField(default=False)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='over_runs', to='assessments.assessment')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('why', ''), _negated=True), name='assessment_over_run_says_why', violation_error_message='Enter why it is taking longer.')],
            },
        ),
        migrations.CreateModel(
            name='AssessmentReturn',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('returned_on', models.DateField()),
                ('why', models.TextField(verbose_name='what more is needed')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('why', ''), _negated=True), name='assessment_return_says_why', violation_error_message='Enter what more is needed.')],
            },
        ),
        migrations.CreateModel(
            name='AssessmentSection',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('heading', models.CharField(max_length=60)),
                ('words', models.TextField(blank=True)),
                ('done', models.BooleanField(default=False)),
                ('version', models.PositiveIntegerField()),
                ('saved_at', models.DateTimeField()),
                ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sections', to='assessments.assessment')),
                ('saved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('assessment', 'heading'), name='assessment_section_once'), models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='assessment_section_was_saved')],
            },
        ),
        migrations.CreateModel(
            name='AssessmentSectionVersion',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('words', models.TextField(blank=True)),
                ('set_aside', models.BooleanField(default=False)),
                ('saved_at', models.DateTimeField()),
                ('saved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('section', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='assessments.assessmentsection')),
            ],
            options={
                'ordering': ('saved_at', 'number', 'id'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('set_aside', False)), fields=('section', 'number'), name='assessment_section_version_once')],
            },
        ),
        migrations.CreateModel(
            name='AssessmentSubmission',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('sent_on', models.DateField()),
                ('outcome', models.CharField(max_length=40, verbose_name='outcome proposed')),
                ('reasons', models.TextField(verbose_name='reasons')),
                ('saves', models.PositiveIntegerField()),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='submissions', to='assessments.assessment')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('returned', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='submission', to='assessments.assessmentreturn')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('returned', None)), fields=('assessment',), name='assessment_sent_once_at_a_time'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', ''), _negated=True), models.Q(('reasons', ''), _negated=True)), name='assessment_submission_proposes_with_reasons', violation_error_message='Enter the outcome you propose, and the reasons for it.')],
            },
        ),
        migrations.CreateModel(
            name='ReviewPoint',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('on', models.DateField()),
                ('what', models.CharField(blank=True, max_length=200, verbose_name='what will be looked at')),
                ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='review_points', to='assessments.assessment')),
            ],
            options={
                'ordering': ('on', 'id'),
                'constraints': [models.UniqueConstraint(fields=('assessment', 'on'), name='review_point_once_a_day')],
            },
        ),
    ]
