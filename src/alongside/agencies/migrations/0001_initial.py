import alongside.keys
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Practitioner',
            fields=[
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('email', models.EmailField(max_length=254, unique=True)),
                ('name', models.CharField(max_length=100)),
                ('job_title', models.CharField(blank=True, max_length=100)),
                ('phone', models.CharField(blank=True, max_length=30)),
                ('is_active', models.BooleanField(default=True)),
            ],
            options={
                'ordering': ('name',),
            },
        ),
        migrations.CreateModel(
            name='Area',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=3, unique=True, verbose_name='local authority code')),
                ('name', models.CharField(max_length=100, unique=True)),
                ('prefix', models.CharField(max_length=6, unique=True, verbose_name='prefix of references')),
            ],
            options={
                'ordering': ('name',),
            },
        ),
        migrations.CreateModel(
            name='Agency',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=150, unique=True)),
                ('sector', models.CharField(choices=[('childrens-social-care', "Children's social care"), ('health', 'Health'), ('police', 'Police'), ('education', 'School, college or nursery'), ('early-help', 'Early help or family hub'), ('youth-justice', 'Youth justice'), ('probation', 'Probation'), ('prison', 'Prison'), ('housing', 'Housing'), ('adult-services', 'Adult social care or adult mental health'), ('voluntary', 'Voluntary, charity, community or faith organisation'), ('nspcc', 'NSPCC'), ('other', 'Other')], max_length=30)),
                ('urn', models.CharField(blank=True, max_length=6, verbose_name='URN of a school')),
                ('ods_code', models.CharField(blank=True, max_length=10, verbose_name='ODS code of a health organisation')),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('areas', models.ManyToManyField(related_name='agencies', to='agencies.area')),
            ],
            options={
                'ordering': ('name',),
            },
        ),
        migrations.CreateModel(
            name='Team',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=100)),
                ('purpose', models.CharField(choices=[('front-door', 'Front door'), ('help-and-protection', 'Help and protection'), ('conferences', 'Child protection conferences'), ('early-help', 'Early help'), ('other', 'Other')], max_length=30)),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='teams', to='agencies.agency')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='teams', to='agencies.area')),
            ],
            options={
                'ordering': ('name',),
                'constraints': [models.UniqueConstraint(fields=('area', 'agency', 'name'), name='team_named_once')],
            },
        ),
        migrations.CreateModel(
            name='Post',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('role', models.CharField(choices=[('screener', 'Front door screener'), ('social-worker', 'Social worker'), ('practice-supervisor', 'Practice supervisor'), ('team-manager', 'Team manager'), ('conference-chair', 'Conference chair'), ('family-support-worker', 'Family support worker'), ('safeguarding-lead', 'Designated safeguarding lead'), ('nurse', 'Nurse, midwife or health visitor'), ('doctor', 'Doctor'), ('police-officer', 'Police officer'), ('partner-practitioner', 'Practitioner of another agency'), ('analyst', 'Data analyst'), ('administrator', 'System administrator')], max_length=30)),
                ('from_on', models.DateField(verbose_name='from')),
                ('to_on', models.DateField(blank=True, null=True, verbose_name='to')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='posts', to='agencies.agency')),
                ('practitioner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='posts', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='posts', to='agencies.team')),
            ],
            options={
                'ordering': ('from_on',),
                'constraints': [models.CheckConstraint(condition=models.Q(('to_on', None), ('to_on__gte', models.F('from_on')), _connector='OR'), name='post_ends_after_it_begins', violation_error_message='The post ends before it begins. Change one of the days.')],
            },
        ),
        migrations.CreateModel(
            name='Registration',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('body', models.CharField(choices=[('social-work-england', 'Social Work England'), ('nmc', 'Nursing and Midwifery Council'), ('gmc', 'General Medical Council'), ('hcpc', 'Health and Care Professions Council'), ('other', 'Other')], max_length=30)),
                ('number', models.CharField(max_length=30)),
                ('social_work_qualified', models.BooleanField(default=False)),
                ('from_on', models.DateField(verbose_name='from')),
                ('to_on', models.DateField(blank=True, null=True, verbose_name='to')),
                ('practitioner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='registrations', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('body', 'number', 'from_on'), name='registration_recorded_once'), models.CheckConstraint(condition=models.Q(('to_on', None), ('to_on__gte', models.F('from_on')), _connector='OR'), name='registration_ends_after_it_begins', violation_error_message='The registration ends before it begins. Change one of the days.')],
            },
        ),
        migrations.CreateModel(
            name='AreaSwitch',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('switch', models.CharField(choices=[('family-help', 'Family help'), ('lead-child-protection-practitioner', 'Lead child protection practitioner'), ('multi-agency-child-protection-team', 'Multi-agency child protection team'), ('family-group-decision-making-offer', 'Family group decision-making offered to each family')], max_length=40)),
                ('from_on', models.DateField(verbose_name='from')),
                ('to_on', models.DateField(blank=True, null=True, verbose_name='to')),
                ('decided_by', models.CharField(max_length=150, verbose_name='who decided')),
                ('reason', models.TextField()),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='switches', to='agencies.area')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('switch', 'from_on'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('to_on', None)), fields=('area', 'switch'), name='area_switch_on_once_at_a_time'), models.CheckConstraint(condition=models.Q(('to_on', None), ('to_on__gte', models.F('from_on')), _connector='OR'), name='area_switch_ends_after_it_begins', violation_error_message='It ends before it begins. Change one of the days.'), models.CheckConstraint(condition=models.Q(models.Q(('decided_by', ''), _negated=True), models.Q(('reason', ''), _negated=True)), name='area_switch_says_who_decided_and_why', violation_error_message='Enter who decided it, and why.')],
            },
        ),
        migrations.CreateModel(
            name='SilenceRule',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('from_on', models.DateField(verbose_name='from')),
                ('alone_weeks', models.PositiveSmallIntegerField(verbose_name='weeks without being seen alone')),
                ('unheard_weeks', models.PositiveSmallIntegerField(verbose_name='weeks without a word from an agency')),
                ('meetings', models.PositiveSmallIntegerField(verbose_name='core groups running without a member')),
                ('decided_by', models.CharField(max_length=150, verbose_name='who decided')),
                ('reason', models.TextField()),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='silence_rules', to='agencies.area')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('from_on',),
                'constraints': [models.UniqueConstraint(fields=('area', 'from_on'), name='silence_rule_once_a_day'), models.CheckConstraint(condition=models.Q(('alone_weeks__gte', 1), ('meetings__gte', 1), ('unheard_weeks__gte', 1)), name='silence_rule_is_at_least_one', violation_error_message='Each number must be 1 or more.'), models.CheckConstraint(condition=models.Q(models.Q(('decided_by', ''), _negated=True), models.Q(('reason', ''), _negated=True)), name='silence_rule_says_who_decided_and_why', violation_error_message='Enter who decided it, and why.')],
            },
        ),
        migrations.CreateModel(
            name='Absence',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('from_on', models.DateField(verbose_name='first day away')),
                ('to_on', models.DateField(verbose_name='last day away')),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('ended_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='absences', to='agencies.area')),
                ('covered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='covers', to=settings.AUTH_USER_MODEL)),
                ('ended_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('practitioner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='absences', to=settings.AUTH_USER_MODEL)),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('from_on', 'id'),
                'indexes': [models.Index(condition=models.Q(('ended_at', None)), fields=['covered_by', 'to_on'], name='absence_by_cover'), models.Index(condition=models.Q(('ended_at', None)), fields=['practitioner', 'to_on'], name='absence_by_practitioner')],
                'constraints': [models.CheckConstraint(condition=models.Q(('to_on__gte', models.F('from_on'))), name='absence_ends_after_it_begins', violation_error_message='The last day away is before the first. Change one of the days.'), models.CheckConstraint(condition=models.Q(('covered_by', None), models.Q(('covered_by', models.F('practitioner')), _negated=True), _connector='OR'), name='absence_is_covered_by_another', violation_error_message='Nobody covers for themselves. Choose somebody else.'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('ended_by', None)), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), _connector='OR'), name='absence_is_ended_by_somebody')],
            },
        ),
    ]
