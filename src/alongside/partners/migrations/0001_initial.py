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
        ('conferences', '0001_initial'),
        ('family_help', '0001_initial'),
        ('front_door', '0001_initial'),
        ('people', '0001_initial'),
        ('plans', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='ActionAnswer',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('answer', models.CharField(choices=[('done', 'It is done'), ('not-yet', 'It is not done yet'), ('cannot', 'We cannot do it')], max_length=10)),
                ('words', models.TextField()),
                ('answered_on', models.DateField()),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.agency')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('in_need_action', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='family_help.childinneedplanaction')),
                ('protection_action', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='plans.action')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('in_need_action__isnull', False), ('protection_action', None)), models.Q(('in_need_action', None), ('protection_action__isnull', False)), _connector='OR'), name='action_answer_is_about_one_action'), models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='action_answer_says_something', violation_error_message='Say in a sentence what was done, or why it was not.')],
            },
        ),
        migrations.CreateModel(
            name='FileTransfer',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('child_name', models.CharField(max_length=200)),
                ('born_on', models.DateField(verbose_name='date of birth')),
                ('summary', models.TextField(blank=True)),
                ('document_name', models.CharField(blank=True, max_length=150)),
                ('content', models.BinaryField(null=True)),
                ('size', models.PositiveIntegerField(default=0)),
                ('sha256', models.CharField(max_length=64)),
                ('sent_at', models.DateTimeField()),
                ('opened_at', models.DateTimeField(blank=True, null=True)),
                ('received_at', models.DateTimeField(blank=True, null=True)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('received_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('receiver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files_received', to='agencies.agency')),
                ('sender', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files_sent', to='agencies.agency')),
                ('sent_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-sent_at', '-id'),
                'indexes': [models.Index(fields=['sender', 'sent_at'], name='file_transfer_by_sender'), models.Index(fields=['receiver', 'received_at'], name='file_transfer_by_receiver')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('summary', ''), _negated=True), models.Q(('document_name', ''), _negated=True), _connector='OR'), name='file_transfer_holds_something', violation_error_message='Choose a document, or write a summary.'), models.CheckConstraint(condition=models.Q(('sender', models.F('receiver')), _negated=True), name='file_transfer_goes_to_another_school', violation_error_message='Choose the school that the child goes to, not your own.'), models.CheckConstraint(condition=models.Q(models.Q(('received_at', None), ('received_by', None)), models.Q(('received_at__isnull', False), ('received_by__isnull', False)), _connector='OR'), name='file_transfer_is_received_by_somebody')],
            },
        ),
        migrations.CreateModel(
            name='GuestLink',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('purpose', models.CharField(choices=[('conference-report', 'Write a report to a conference'), ('meeting-reply', 'Answer an invitation to a conference'), ('front-door-check', 'Answer a question of the front door')], max_length=20)),
                ('name', models.CharField(blank=True, max_length=150, verbose_name='who answers the front door')),
                ('email', models.EmailField(max_length=254)),
                ('token_digest', models.CharField(max_length=64, unique=True)),
                ('made_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('code_digest', models.CharField(blank=True, max_length=64)),
                ('code_sent_at', models.DateTimeField(blank=True, null=True)),
                ('codes_sent', models.PositiveSmallIntegerField(default=0)),
                ('wrong_codes', models.PositiveSmallIntegerField(default=0)),
                ('opened_at', models.DateTimeField(blank=True, null=True)),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('asked', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='guest_links', to='front_door.checkrequest')),
                ('invitation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='guest_links', to='conferences.invitation')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('revoked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-made_at', '-id'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('asked__isnull', False), ('invitation', None), ('purpose', 'front-door-check'), models.Q(('name', ''), _negated=True)), models.Q(('asked', None), ('invitation__isnull', False), models.Q(('purpose', 'front-door-check'), _negated=True)), _connector='OR'), name='guest_link_is_for_what_it_says'), models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('made_at'))), name='guest_link_lasts_a_while'), models.CheckConstraint(condition=models.Q(models.Q(('revoked_at', None), ('revoked_by', None)), models.Q(('revoked_at__isnull', False), ('revoked_by__isnull', False)), _connector='OR'), name='guest_link_is_withdrawn_by_somebody')],
            },
        ),
        migrations.CreateModel(
            name='InformationSent',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('sent_on', models.DateField()),
                ('about', models.CharField(choices=[('child', 'The child'), ('parent', 'A parent or carer'), ('sibling', 'A brother or sister'), ('other', 'Someone else')], max_length=10)),
                ('about_whom', models.CharField(blank=True, max_length=150)),
                ('fact', models.TextField(blank=True, verbose_name='what was seen or is known')),
                ('opinion', models.TextField(blank=True, verbose_name='what the agency thinks')),
                ('reported', models.TextField(blank=True, verbose_name='what someone else said')),
                ('reported_by', models.CharField(blank=True, max_length=150, verbose_name='who said it')),
                ('family_knows', models.CharField(choices=[('yes', 'Yes'), ('no', 'No')], max_length=10)),
                ('family_not_told_because', models.TextField(blank=True)),
                ('sender', models.CharField(blank=True, max_length=100, verbose_name='the system that sent it')),
                ('idempotency_key', models.CharField(blank=True, max_length=200)),
                ('digest', models.CharField(blank=True, max_length=64, verbose_name='digest of what was sent')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.agency')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'information sent',
                'constraints': [models.UniqueConstraint(condition=models.Q(('idempotency_key', ''), _negated=True), fields=('sender', 'idempotency_key'), name='information_sent_once'), models.CheckConstraint(condition=models.Q(models.Q(('fact', ''), _negated=True), models.Q(('opinion', ''), _negated=True), models.Q(('reported', ''), _negated=True), _connector='OR'), name='information_says_something', violation_error_message='Say what you know, what you think or what you were told.'), models.CheckConstraint(condition=models.Q(('reported', ''), models.Q(('reported_by', ''), _negated=True), _connector='OR'), name='information_reported_says_by_whom', violation_error_message='Say who told you.'), models.CheckConstraint(condition=models.Q(('about', 'child'), models.Q(('about_whom', ''), _negated=True), _connector='OR'), name='information_names_whom_it_is_about', violation_error_message='Say whom it is about.')],
            },
        ),
        migrations.CreateModel(
            name='ReportDraft',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('typed', models.TextField()),
                ('saved_at', models.DateTimeField()),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.agency')),
                ('booking', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.booking')),
                ('saved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('booking', 'agency'), name='report_draft_once_for_each_agency')],
            },
        ),
        migrations.CreateModel(
            name='SchoolNotice',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('attendance', 'Attendance'), ('suspension', 'Suspension'), ('exclusion', 'Permanent exclusion'), ('off-roll', 'Taken off the roll'), ('home-education', 'Home education'), ('young-carer', 'Young carer')], max_length=20)),
                ('child_name', models.CharField(blank=True, max_length=200)),
                ('born_on', models.DateField(blank=True, null=True, verbose_name='date of birth')),
                ('from_on', models.DateField(verbose_name='first day')),
                ('to_on', models.DateField(blank=True, null=True, verbose_name='last day')),
                ('possible', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='sessions possible')),
                ('attended', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='sessions attended')),
                ('absence', models.CharField(blank=True, choices=[('neither', 'Neither'), ('persistent', 'Persistently absent'), ('severe', 'Severely absent')], max_length=10)),
                ('usual_transition', models.BooleanField(blank=True, null=True)),
                ('known_needs', models.TextField(blank=True, verbose_name='what the authority should know')),
                ('words', models.TextField(blank=True)),
                ('recorded_at', models.DateTimeField()),
                ('settled', models.CharField(blank=True, choices=[('matched', 'About a child on record'), ('referral', 'Made a referral'), ('nothing-further', 'No further action')], max_length=20, verbose_name='what the front door did with it')),
                ('settled_because', models.TextField(blank=True, verbose_name='why')),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='school_notices', to='agencies.agency')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('child', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='school_notices', to='people.person')),
                ('matched_child', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='school_notices_matched', to='people.person')),
                ('settled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entry', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='school_notice', to='chronology.entry')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-from_on', '-id'),
                'indexes': [models.Index(fields=['agency', 'recorded_at'], name='school_notice_by_school'), models.Index(condition=models.Q(('child', None), ('settled_at', None)), fields=['area', 'recorded_at'], name='school_notice_waiting')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('matched_child', None), ('settled', ''), ('settled_at', None), ('settled_by', None)), models.Q(('matched_child', None), ('settled', 'nothing-further'), ('settled_at__isnull', False)), models.Q(('matched_child__isnull', False), ('settled__in', ('matched', 'referral')), ('settled_at__isnull', False)), _connector='OR'), name='school_notice_is_settled_one_way'), models.CheckConstraint(condition=models.Q(models.Q(('child', None), models.Q(('child_name', ''), _negated=True)), models.Q(('child__isnull', False), ('child_name', '')), _connector='OR'), name='school_notice_is_about_one_child', violation_error_message="Choose the child, or enter the child's name."), models.CheckConstraint(condition=models.Q(('to_on', None), ('to_on__gte', models.F('from_on')), _connector='OR'), name='school_notice_ends_after_it_begins', violation_error_message='The last day is before the first. Change one of them.'), models.CheckConstraint(condition=models.Q(models.Q(('attended', None), ('possible', None)), models.Q(('attended__isnull', False), ('attended__lte', models.F('possible')), ('possible__isnull', False)), _connector='OR'), name='school_notice_attends_what_is_possible', violation_error_message='More sessions were attended than were possible. Change one of the numbers.')],
            },
        ),
    ]
