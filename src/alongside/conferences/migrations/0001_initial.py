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
        ('plans', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Conference',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('held_on', models.DateField()),
                ('place', models.CharField(blank=True, max_length=200)),
                ('chair_name', models.CharField(blank=True, max_length=100, verbose_name='name of the chair')),
                ('recorded_at', models.DateTimeField()),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('chair', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('held_on', 'id'),
            },
        ),
        migrations.CreateModel(
            name='Booking',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('initial', 'Initial conference'), ('transfer-in', 'Transfer-in conference'), ('review', 'Review conference')], max_length=15)),
                ('starts_at', models.DateTimeField()),
                ('place', models.CharField(max_length=200)),
                ('timing_reason', models.TextField(blank=True, verbose_name='why this day')),
                ('cancelled_because', models.TextField(blank=True)),
                ('recorded_at', models.DateTimeField()),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('chair', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('conference', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='booking', to='conferences.conference')),
            ],
            options={
                'ordering': ('starts_at', 'id'),
                'indexes': [models.Index(fields=['area', 'starts_at'], name='conference_booking_by_area')],
                'constraints': [models.CheckConstraint(condition=models.Q(('conference', None), ('cancelled_because', ''), _connector='OR'), name='conference_booking_is_held_or_cancelled')],
            },
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=150)),
                ('part', models.CharField(blank=True, max_length=100, verbose_name='their part')),
                ('invited', models.BooleanField(default=True)),
                ('came', models.CharField(choices=[('present', 'Was there'), ('apologies', 'Sent apologies'), ('absent', 'Did not come')], max_length=10)),
                ('report', models.CharField(choices=[('received', 'Written report received'), ('verbal', 'Spoken report'), ('none', 'No report'), ('not-asked', 'Not asked for one')], default='not-asked', max_length=10)),
                ('report_received_on', models.DateField(blank=True, null=True)),
                ('agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.agency')),
                ('practitioner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('conference', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendance', to='conferences.conference')),
            ],
            options={
                'ordering': ('id',),
                'constraints': [models.UniqueConstraint(fields=('conference', 'name'), name='conference_attendance_once_for_each'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='conference_attendance_is_named'), models.CheckConstraint(condition=models.Q(('report_received_on', None), ('report', 'received'), _connector='OR'), name='conference_report_received_when_it_was', violation_error_message='A report has a day on which it came only if it came.')],
            },
        ),
        migrations.CreateModel(
            name='ConferenceDecision',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('kind', models.CharField(choices=[('initial', 'Initial conference'), ('transfer-in', 'Transfer-in conference'), ('review', 'Review conference')], max_length=15)),
                ('held_on', models.DateField()),
                ('child_views', models.TextField(blank=True, verbose_name='what the child said')),
                ('child_views_answer', models.CharField(blank=True, choices=[('unknown', 'Unknown'), ('not-asked', 'Not asked'), ('declined', 'Declined to say')], max_length=10, verbose_name="why nothing of the child's is recorded")),
                ('child_took_part', models.CharField(blank=True, max_length=200, verbose_name='how the child took part')),
                ('parents_views', models.TextField(blank=True, verbose_name='what parents said')),
                ('parents_views_answer', models.CharField(blank=True, choices=[('unknown', 'Unknown'), ('not-asked', 'Not asked'), ('declined', 'Declined to say')], max_length=10, verbose_name="why nothing of the parents' is recorded")),
                ('advocacy', models.CharField(blank=True, choices=[('taken-up', 'Offered, and taken up'), ('declined', 'Offered, and declined'), ('not-offered', 'Not offered')], max_length=15)),
                ('progress', models.TextField(blank=True, verbose_name='what has changed since the last conference')),
                ('decided', models.CharField(choices=[('plan', 'A child protection plan'), ('no-plan', 'No child protection plan'), ('continue', 'The plan continues'), ('end', 'The plan ends')], max_length=10)),
                ('category', models.CharField(blank=True, choices=[('neglect', 'Neglect'), ('physical-abuse', 'Physical abuse'), ('sexual-abuse', 'Sexual abuse'), ('emotional-abuse', 'Emotional abuse'), ('multiple', 'More than one of these')], max_length=20)),
                ('reasons', models.TextField()),
                ('support', models.CharField(blank=True, choices=[('child-in-need-plan', 'A child-in-need plan'), ('early-help', 'Early help'), ('other', 'Other help'), ('none', 'No further help')], max_length=20)),
                ('support_words', models.TextField(blank=True, verbose_name='what help follows, from whom')),
                ('proceedings', models.TextField(blank=True, verbose_name='court proceedings, whether considered and why')),
                ('household', models.TextField(blank=True, verbose_name='the other children of the household')),
                ('core_group_on', models.DateField(blank=True, null=True)),
                ('ready_by', models.DateField(blank=True, null=True)),
                ('review_on', models.DateField(blank=True, null=True)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('conference', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='conferences.conference')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('plan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='conference_decisions', to='plans.childprotectionplan')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('held_on', 'id'),
                'indexes': [models.Index(fields=['area', 'kind', 'held_on'], name='conference_decision_by_area')],
                'constraints': [models.UniqueConstraint(fields=('conference', 'case'), name='conference_decision_once_for_each_child'), models.CheckConstraint(condition=models.Q(models.Q(('decided__in', ('plan', 'no-plan')), ('kind__in', ('initial', 'transfer-in'))), models.Q(('decided__in', ('continue', 'end')), ('kind', 'review')), _connector='OR'), name='conference_decision_is_one_its_conference_can_make', violation_error_message='This is not something that a conference of this kind decides.'), models.CheckConstraint(condition=models.Q(models.Q(('category__in', ['neglect', 'physical-abuse', 'sexual-abuse', 'emotional-abuse', 'multiple']), ('decided__in', ('plan', 'continue'))), models.Q(('category', ''), ('decided__in', ('no-plan', 'end'))), _connector='OR'), name='conference_decision_for_a_plan_has_a_category', violation_error_message='Choose the category of the plan.'), models.CheckConstraint(condition=models.Q(models.Q(('decided', 'no-plan'), ('plan', None)), models.Q(models.Q(('decided', 'no-plan'), _negated=True), ('plan__isnull', False)), _connector='OR'), name='conference_decision_for_a_plan_names_it'), models.CheckConstraint(condition=models.Q(models.Q(('child_views', ''), ('child_views_answer', ''), _connector='OR'), models.Q(('parents_views', ''), ('parents_views_answer', ''), _connector='OR')), name='conference_decision_has_views_or_says_why_not', violation_error_message='Give what was said, or say why there is nothing; not both.'), models.CheckConstraint(condition=models.Q(('reasons', ''), _negated=True), name='conference_decision_records_its_reasons', violation_error_message='Enter the reasons for the decision.'), models.CheckConstraint(condition=models.Q(models.Q(('core_group_on', None), ('core_group_on__gt', models.F('held_on')), _connector='OR'), models.Q(('ready_by', None), ('ready_by__gte', models.F('held_on')), _connector='OR'), models.Q(('review_on', None), ('review_on__gt', models.F('held_on')), _connector='OR')), name='conference_decision_sets_days_to_come', violation_error_message='A day that the conference set is not after the conference. Change it.')],
            },
        ),
        migrations.CreateModel(
            name='ConferenceReport',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('written_by', models.CharField(max_length=150)),
                ('received_on', models.DateField()),
                ('words', models.JSONField(blank=True, default=dict)),
                ('shared_on', models.DateField(blank=True, null=True, verbose_name='shared with the family on')),
                ('not_shared_because', models.TextField(blank=True)),
                ('sent_as', models.CharField(choices=[('recorded', "Written down by children's social care"), ('agency', 'Sent by the agency'), ('guest', 'Sent by a guest of the conference')], default='recorded', max_length=10)),
                ('recorded_at', models.DateTimeField()),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='conference_reports', to='agencies.agency')),
                ('booking', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='conferences.booking')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('received_on', 'id'),
                'constraints': [models.UniqueConstraint(fields=('booking', 'agency'), name='conference_report_once_for_each_agency'), models.CheckConstraint(condition=models.Q(('written_by', ''), _negated=True), name='conference_report_has_an_author'), models.CheckConstraint(condition=models.Q(('shared_on', None), ('not_shared_because', ''), _connector='OR'), name='conference_report_is_shared_or_not', violation_error_message='Give the day it was shared, or say why it was not; not both.')],
            },
        ),
        migrations.CreateModel(
            name='Dissent',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=150)),
                ('reasons', models.TextField()),
                ('agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.agency')),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dissent', to='conferences.conferencedecision')),
            ],
            options={
                'ordering': ('id',),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('name', ''), _negated=True), models.Q(('reasons', ''), _negated=True)), name='conference_dissent_says_who_and_why', violation_error_message='Say who disagreed, and why.')],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=150)),
                ('part', models.CharField(blank=True, max_length=100, verbose_name='their part')),
                ('report_wanted', models.BooleanField(default=False)),
                ('invited_on', models.DateField()),
                ('answer', models.CharField(blank=True, choices=[('accepts', 'Comes'), ('sends', 'Sends someone else'), ('declines', 'Cannot come')], max_length=10)),
                ('answer_reason', models.TextField(blank=True, verbose_name='why')),
                ('sends', models.CharField(blank=True, max_length=150, verbose_name='whom they send')),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.CharField(blank=True, max_length=150)),
                ('agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.agency')),
                ('booking', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='conferences.booking')),
                ('practitioner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('id',),
                'constraints': [models.UniqueConstraint(fields=('booking', 'name'), name='conference_invitation_once_for_each'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='conference_invitation_is_named'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at', None)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_at__isnull', False)), _connector='OR'), name='conference_invitation_is_answered_at_a_moment'), models.CheckConstraint(condition=models.Q(models.Q(('answer', 'declines'), _negated=True), models.Q(('answer_reason', ''), _negated=True), _connector='OR'), name='conference_invitation_is_declined_for_a_reason', violation_error_message='Say why you cannot come.'), models.CheckConstraint(condition=models.Q(models.Q(('answer', 'sends'), models.Q(('sends', ''), _negated=True)), models.Q(models.Q(('answer', 'sends'), _negated=True), ('sends', '')), _connector='OR'), name='conference_invitation_says_who_is_sent', violation_error_message='Say whom you send in your place.')],
            },
        ),
        migrations.CreateModel(
            name='MoveNotice',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('notified_on', models.DateField()),
                ('authority', models.CharField(max_length=100)),
                ('told_by', models.CharField(blank=True, max_length=200, verbose_name='who told us, and how')),
                ('moved_on', models.DateField(blank=True, null=True)),
                ('plan_there_since', models.DateField(blank=True, null=True)),
                ('plan_there', models.TextField(blank=True, verbose_name='what the plan there is for')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('notified_on', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('authority', ''), _negated=True), name='move_notice_names_the_authority', violation_error_message='Enter the authority that the child has moved from.'), models.CheckConstraint(condition=models.Q(('plan_there_since', None), ('plan_there_since__lte', models.F('notified_on')), _connector='OR'), name='move_notice_follows_the_plan_there', violation_error_message='The plan there began after we were told of the move. Change one of the days.')],
            },
        ),
        migrations.CreateModel(
            name='ReportAddendum',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('words', models.TextField()),
                ('written_by', models.CharField(max_length=150)),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='addenda', to='conferences.conferencereport')),
            ],
            options={
                'verbose_name_plural': 'report addenda',
                'ordering': ('recorded_at', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='report_addendum_says_something')],
            },
        ),
        migrations.CreateModel(
            name='BookingChild',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('booking', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='children', to='conferences.booking')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='conference_bookings', to='cases.case')),
            ],
            options={
                'ordering': ('id',),
                'constraints': [models.UniqueConstraint(fields=('booking', 'case'), name='conference_booking_once_for_each_child')],
            },
        ),
    ]
