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
            name='ChildInNeedPlanEnding',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('ended_on', models.DateField()),
                ('outcome', models.CharField(choices=[('need-met', "The child's needs are met"), ('stepped-up', 'Help goes on under section 17'), ('early-help', 'Step down to early help'), ('child-protection-plan', 'A child protection plan took its place'), ('looked-after', 'The child became looked after'), ('agreement-withdrawn', 'The family withdrew their agreement'), ('moved', 'The family moved to another area for good'), ('eighteen', 'The child reached eighteen'), ('died', 'The child died')], max_length=30)),
                ('reasons', models.TextField()),
                ('risk_weighed', models.TextField(blank=True, verbose_name='whether the withdrawal raises risk for the child')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reasons', ''), _negated=True), name='child_in_need_plan_ending_says_why', violation_error_message='Enter why the plan ends.')],
            },
        ),
        migrations.CreateModel(
            name='ChildInNeedPlan',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('basis', models.CharField(choices=[('early-help', 'Early help, by agreement'), ('section-17', 'Section 17 of the Children Act 1989')], default='section-17', max_length=20)),
                ('started_on', models.DateField()),
                ('aims', models.TextField(verbose_name='what the plan is to achieve for the child')),
                ('expectations', models.TextField(blank=True, verbose_name='what is expected of parents and carers')),
                ('strengths', models.TextField(blank=True)),
                ('outside_factors', models.TextField(blank=True, verbose_name='factors outside the family')),
                ('education', models.TextField(blank=True, verbose_name="the child's education")),
                ('family_agreed', models.CharField(choices=[('yes', 'Yes, they agree'), ('in-part', 'They agree to some of it'), ('no', 'No, they do not agree'), ('not-asked', 'They have not been asked')], max_length=10, verbose_name='the family agrees')),
                ('agreed_by', models.CharField(blank=True, max_length=200, verbose_name='who was asked')),
                ('agreement_words', models.TextField(blank=True, verbose_name='what they said')),
                ('next_review_on', models.DateField(blank=True, null=True, verbose_name='next review')),
                ('approved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ending', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='plan', to='family_help.childinneedplanending')),
            ],
            options={
                'indexes': [models.Index(fields=['case', 'started_on'], name='child_in_need_plan_by_case')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('ending', None)), fields=('case',), name='child_in_need_plan_one_open_for_each_case'), models.CheckConstraint(condition=models.Q(('aims', ''), _negated=True), name='child_in_need_plan_has_an_aim', violation_error_message='Enter what the plan is to achieve for the child.'), models.CheckConstraint(condition=models.Q(('family_agreed', 'not-asked'), models.Q(('agreed_by', ''), _negated=True), _connector='OR'), name='child_in_need_plan_says_who_was_asked', violation_error_message='Enter who in the family was asked.'), models.CheckConstraint(condition=models.Q(('next_review_on', None), ('next_review_on__gt', models.F('started_on')), _connector='OR'), name='child_in_need_plan_is_reviewed_after_it_starts', violation_error_message='The next review is on or before the day the plan starts. Choose a later day.')],
            },
        ),
        migrations.CreateModel(
            name='ChildInNeedPlanNeed',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('need', models.TextField()),
                ('outcome', models.TextField(blank=True, verbose_name='what will be different for the child')),
                ('came_from', models.CharField(blank=True, max_length=100, verbose_name='from a plan of another kind')),
                ('recorded_at', models.DateTimeField()),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='needs', to='family_help.childinneedplan')),
                ('taken_over_from', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='family_help.childinneedplanneed', verbose_name='from an earlier plan')),
            ],
            options={
                'ordering': ('id',),
                'constraints': [models.CheckConstraint(condition=models.Q(('need', ''), _negated=True), name='child_in_need_plan_need_says_something')],
            },
        ),
        migrations.CreateModel(
            name='ChildInNeedPlanAction',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('what', models.TextField()),
                ('owner', models.CharField(blank=True, max_length=150, verbose_name='who will do it')),
                ('by_when', models.DateField(blank=True, null=True)),
                ('how_we_will_know', models.TextField(blank=True, verbose_name='how we will know')),
                ('done_on', models.DateField(blank=True, null=True)),
                ('came_of_it', models.TextField(blank=True, verbose_name='what came of it')),
                ('recorded_at', models.DateTimeField()),
                ('agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.agency')),
                ('practitioner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('need', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='family_help.childinneedplanneed')),
                ('taken_over_from', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='family_help.childinneedplanaction', verbose_name='from an earlier plan')),
            ],
            options={
                'ordering': ('id',),
                'constraints': [models.CheckConstraint(condition=models.Q(('what', ''), _negated=True), name='child_in_need_plan_action_says_what'), models.CheckConstraint(condition=models.Q(('agency__isnull', False), models.Q(('owner', ''), _negated=True), _connector='OR'), name='child_in_need_plan_action_has_an_owner', violation_error_message='Say who will do it: an agency, or someone in the family.')],
            },
        ),
        migrations.CreateModel(
            name='ChildInNeedPlanReview',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('reviewed_on', models.DateField()),
                ('decision', models.CharField(max_length=40)),
                ('decision_label', models.CharField(max_length=150)),
                ('reasons', models.TextField()),
                ('progress', models.TextField(blank=True, verbose_name='what has changed for the child')),
                ('child_and_family', models.TextField(blank=True, verbose_name='what the child and family say')),
                ('next_review_on', models.DateField(blank=True, null=True, verbose_name='next review')),
                ('agreed_with', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='family_help.childinneedplan')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('reviewed_on', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('decision', ''), _negated=True), models.Q(('reasons', ''), _negated=True)), name='child_in_need_plan_review_decides_with_reasons', violation_error_message='Enter what was decided, and the reasons.'), models.CheckConstraint(condition=models.Q(('next_review_on', None), ('next_review_on__gt', models.F('reviewed_on')), _connector='OR'), name='child_in_need_plan_next_review_is_later', violation_error_message='The next review is on or before this one. Choose a later day.')],
            },
        ),
        migrations.CreateModel(
            name='PlanBasisChange',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('changed_on', models.DateField()),
                ('was', models.CharField(choices=[('early-help', 'Early help, by agreement'), ('section-17', 'Section 17 of the Children Act 1989')], max_length=20)),
                ('became', models.CharField(choices=[('early-help', 'Early help, by agreement'), ('section-17', 'Section 17 of the Children Act 1989')], max_length=20)),
                ('reasons', models.TextField()),
                ('family_agreed', models.CharField(choices=[('yes', 'Yes, they agree'), ('in-part', 'They agree to some of it'), ('no', 'No, they do not agree'), ('not-asked', 'They have not been asked')], max_length=10, verbose_name='the family agrees')),
                ('agreed_by', models.CharField(blank=True, max_length=200, verbose_name='who was asked')),
                ('agreement_words', models.TextField(blank=True, verbose_name='what they said')),
                ('approved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='basis_changes', to='family_help.childinneedplan')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('changed_on', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('reasons', ''), _negated=True), name='plan_basis_change_says_why', violation_error_message='Enter why the basis changes.'), models.CheckConstraint(condition=models.Q(('was', models.F('became')), _negated=True), name='plan_basis_change_changes_it', violation_error_message='The plan rests on that already.')],
            },
        ),
        migrations.CreateModel(
            name='MoveOfArea',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('known_on', models.DateField(verbose_name='when we knew')),
                ('way', models.CharField(choices=[('away', 'The family moves to another area'), ('here', 'The family moved here')], max_length=10)),
                ('other_authority', models.CharField(max_length=150, verbose_name='the other authority')),
                ('moves_on', models.DateField(blank=True, null=True, verbose_name='when the family moves')),
                ('passed_on', models.DateField(blank=True, null=True, verbose_name='when everything was passed on')),
                ('with_plan', models.BooleanField(default=False, verbose_name='whether the plan went along')),
                ('what', models.TextField(blank=True, verbose_name='what was passed on')),
                ('meanwhile', models.TextField(blank=True, verbose_name='how support goes on meanwhile')),
                ('need_weighed', models.TextField(blank=True, verbose_name='how the receiving authority weighs need again')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('known_on', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('other_authority', ''), _negated=True), name='move_of_area_names_the_other', violation_error_message='Enter the other authority.'), models.CheckConstraint(condition=models.Q(('passed_on', None), models.Q(('what', ''), _negated=True), _connector='OR'), name='move_of_area_says_what_was_passed_on', violation_error_message='Enter what was passed on.')],
            },
        ),
        migrations.CreateModel(
            name='PlannedChange',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('planned_on', models.DateField()),
                ('kind', models.CharField(choices=[('adult-services', 'From children’s to adult services'), ('authority', 'From one local authority to another'), ('school', 'From one school or college to another'), ('other', 'Another change')], max_length=20)),
                ('changes_on', models.DateField(blank=True, null=True, verbose_name='when it changes')),
                ('how', models.TextField(verbose_name='how the change is planned')),
                ('takes_over', models.CharField(blank=True, max_length=200, verbose_name='who takes over')),
                ('views', models.TextField(blank=True, verbose_name='what the child and the family say')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('planned_on', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('how', ''), _negated=True), name='planned_change_says_how', violation_error_message='Enter how the change is planned.')],
            },
        ),
    ]
