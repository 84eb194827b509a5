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
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='ChildProtectionPlan',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('started_on', models.DateField()),
                ('initial_category', models.CharField(choices=[('neglect', 'Neglect'), ('physical-abuse', 'Physical abuse'), ('sexual-abuse', 'Sexual abuse'), ('emotional-abuse', 'Emotional abuse'), ('multiple', 'More than one of these')], max_length=20, verbose_name='category at first')),
                ('category', models.CharField(choices=[('neglect', 'Neglect'), ('physical-abuse', 'Physical abuse'), ('sexual-abuse', 'Sexual abuse'), ('emotional-abuse', 'Emotional abuse'), ('multiple', 'More than one of these')], max_length=20, verbose_name='category now')),
                ('lead_statutory_body', models.CharField(choices=[('local-authority', 'The local authority'), ('nspcc', 'The NSPCC')], default='local-authority', max_length=20)),
                ('core_group_on', models.DateField(blank=True, null=True, verbose_name='first core group set for')),
                ('ready_by', models.DateField(blank=True, null=True, verbose_name='detailed plan to be ready by')),
                ('review_on', models.DateField(blank=True, null=True, verbose_name='review set for')),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('ended_because', models.CharField(blank=True, choices=[('no-longer-at-risk', 'The child is no longer suffering, or likely to suffer, significant harm'), ('transferred', 'The child and family moved, and the new authority has held its conference'), ('eighteen', 'The child turned 18'), ('died', 'The child died'), ('left-uk', 'The child left the United Kingdom for good'), ('not-recorded', 'Not recorded where it came from')], max_length=20)),
                ('ending_reasons', models.TextField(blank=True)),
                ('receiving_authority', models.CharField(blank=True, max_length=100)),
                ('receiving_conference_on', models.DateField(blank=True, null=True)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plans', to='people.person')),
                ('ending_entry', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='plan_ended', to='chronology.entry')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('started_on', 'id'),
                'indexes': [models.Index(fields=['area', 'ended_on', 'started_on'], name='plan_by_area')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_on', None)), fields=('case',), name='plan_one_open_for_each_case'), models.UniqueConstraint(condition=models.Q(('ended_on', None)), fields=('child',), name='plan_one_open_for_each_child'), models.CheckConstraint(condition=models.Q(('ended_on', None), ('ended_on__gt', models.F('started_on')), _connector='OR'), name='plan_ends_after_the_day_it_starts', violation_error_message='A plan ends on a later day than it starts. Change one of the days.'), models.CheckConstraint(condition=models.Q(models.Q(('ended_because', ''), ('ended_on', None)), models.Q(('ended_on__isnull', False), ('ended_because__in', ['no-longer-at-risk', 'transferred', 'eighteen', 'died', 'left-uk', 'not-recorded'])), _connector='OR'), name='plan_ends_on_a_ground', violation_error_message='Say on what ground the plan ended, and on which day.'), models.CheckConstraint(condition=models.Q(('category__in', ['neglect', 'physical-abuse', 'sexual-abuse', 'emotional-abuse', 'multiple']), ('initial_category__in', ['neglect', 'physical-abuse', 'sexual-abuse', 'emotional-abuse', 'multiple'])), name='plan_has_a_category'), models.CheckConstraint(condition=models.Q(models.Q(('ended_because', 'transferred'), _negated=True), models.Q(('receiving_conference_on__isnull', False), ('receiving_conference_on__lte', models.F('ended_on'))), _connector='OR'), name='plan_transfers_after_the_conference_there', violation_error_message='Give the day on which the new authority held its conference.')],
            },
        ),
        migrations.CreateModel(
            name='CoreGroupMeeting',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('held_on', models.DateField()),
                ('decisions', models.TextField()),
                ('next_on', models.DateField(blank=True, null=True, verbose_name='next meeting')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='core_group_meetings', to='plans.childprotectionplan')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('held_on', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('decisions', ''), _negated=True), name='core_group_records_its_decisions', violation_error_message='Enter what the core group decided.'), models.CheckConstraint(condition=models.Q(('next_on', None), ('next_on__gt', models.F('held_on')), _connector='OR'), name='core_group_meets_again_later', violation_error_message='The next meeting is not after this one. Change one of the days.')],
            },
        ),
        migrations.CreateModel(
            name='CoreGroupAttendance',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=150)),
                ('present', models.BooleanField()),
                ('written_views', models.TextField(blank=True)),
                ('agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.agency')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendance', to='plans.coregroupmeeting')),
            ],
            options={
                'ordering': ('id',),
                'constraints': [models.UniqueConstraint(fields=('meeting', 'name'), name='core_group_attendance_once_for_each'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='core_group_attendance_is_named')],
            },
        ),
        migrations.CreateModel(
            name='CoreGroupMember',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=150)),
                ('part', models.CharField(blank=True, max_length=100, verbose_name='their part')),
                ('from_on', models.DateField(verbose_name='from')),
                ('to_on', models.DateField(blank=True, null=True, verbose_name='to')),
                ('agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.agency')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='core_group', to='plans.childprotectionplan')),
                ('practitioner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('id',),
                'constraints': [models.UniqueConstraint(condition=models.Q(('to_on', None)), fields=('plan', 'name'), name='core_group_member_once_at_a_time'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='core_group_member_is_named'), models.CheckConstraint(condition=models.Q(('to_on', None), ('to_on__gte', models.F('from_on')), _connector='OR'), name='core_group_member_leaves_after_joining')],
            },
        ),
        migrations.CreateModel(
            name='EndingNotice',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=150)),
                ('told_on', models.DateField(blank=True, null=True)),
                ('agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.agency')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ending_notices', to='plans.childprotectionplan')),
            ],
            options={
                'ordering': ('id',),
                'constraints': [models.UniqueConstraint(fields=('plan', 'name'), name='ending_notice_once_for_each'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='ending_notice_names_somebody')],
            },
        ),
        migrations.CreateModel(
            name='Need',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('aim', models.CharField(blank=True, max_length=60)),
                ('need', models.TextField(verbose_name='what the child needs')),
                ('must_change', models.TextField(verbose_name='what must change')),
                ('how_much', models.TextField(blank=True, verbose_name='by how much')),
                ('by_when', models.DateField(blank=True, null=True)),
                ('agreed_on', models.DateField()),
                ('recorded_at', models.DateTimeField()),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='needs', to='plans.childprotectionplan')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('id',),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('need', ''), _negated=True), models.Q(('must_change', ''), _negated=True)), name='plan_need_says_what_must_change', violation_error_message='Say what the child needs and what must change.')],
            },
        ),
        migrations.CreateModel(
            name='Action',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('what', models.TextField()),
                ('owner', models.CharField(max_length=150, verbose_name='who does it')),
                ('by_when', models.DateField()),
                ('how_we_will_know', models.TextField(blank=True)),
                ('agreed_on', models.DateField()),
                ('done_on', models.DateField(blank=True, null=True)),
                ('done_words', models.TextField(blank=True, verbose_name='what was done')),
                ('dropped_on', models.DateField(blank=True, null=True)),
                ('dropped_because', models.TextField(blank=True)),
                ('recorded_at', models.DateTimeField()),
                ('agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='plan_actions', to='agencies.agency')),
                ('practitioner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='plan_actions', to=settings.AUTH_USER_MODEL)),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('need', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='plans.need')),
            ],
            options={
                'ordering': ('by_when', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('what', ''), _negated=True), models.Q(('owner', ''), _negated=True)), name='plan_action_says_what_and_who', violation_error_message='Say what will be done and who will do it.'), models.CheckConstraint(condition=models.Q(('done_on', None), ('dropped_on', None), _connector='OR'), name='plan_action_is_done_or_dropped_not_both'), models.CheckConstraint(condition=models.Q(models.Q(('dropped_because', ''), ('dropped_on', None)), models.Q(('dropped_on__isnull', False), models.Q(('dropped_because', ''), _negated=True)), _connector='OR'), name='plan_action_is_dropped_for_a_reason', violation_error_message='Say why the action is no longer needed.')],
            },
        ),
        migrations.CreateModel(
            name='PlanForTheChild',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('written_on', models.DateField()),
                ('who_helps', models.TextField(blank=True, verbose_name='who is helping')),
                ('worries', models.TextField(verbose_name='what we are worried about')),
                ('promises', models.TextField(verbose_name='what grown-ups promised, and by when')),
                ('what_next', models.TextField(blank=True, verbose_name='what happens next')),
                ('disagree', models.TextField(blank=True, verbose_name="how to say “I don't agree”")),
                ('explained_on', models.DateField(blank=True, null=True, verbose_name='explained to the child on')),
                ('child_said', models.TextField(blank=True, verbose_name='what the child said about it')),
                ('recorded_at', models.DateTimeField()),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='for_the_child', to='plans.childprotectionplan')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-written_on', '-id'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('worries', ''), _negated=True), models.Q(('promises', ''), _negated=True)), name='plan_for_the_child_says_something', violation_error_message='Say what people are worried about and what they promised.')],
            },
        ),
    ]
