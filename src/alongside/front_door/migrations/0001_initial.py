import alongside.keys
import django.core.validators
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
            name='Draft',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('key_digest', models.CharField(max_length=64, unique=True)),
                ('answers', models.JSONField(default=dict, verbose_name='what was typed, page by page, as it was sent')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='address of a practitioner without an account')),
                ('proof_digest', models.CharField(blank=True, db_index=True, max_length=64)),
                ('email_proven_at', models.DateTimeField(blank=True, null=True)),
                ('began_at', models.DateTimeField()),
                ('saved_at', models.DateTimeField(db_index=True)),
                ('source', models.CharField(blank=True, db_index=True, max_length=64, verbose_name='digest of the address it was begun from')),
                ('is_short', models.BooleanField(default=False, verbose_name='whether it is kept for a day only')),
            ],
        ),
        migrations.CreateModel(
            name='CheckRequest',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('batch', models.UUIDField(default=alongside.keys.new_key, verbose_name='those asked in one go')),
                ('question', models.TextField()),
                ('reason', models.TextField(verbose_name='why it is asked')),
                ('basis', models.CharField(choices=[('section-47', 'Children Act 1989, section 47: enquiries about significant harm'), ('section-17', 'Children Act 1989, section 17: a child who may be in need'), ('section-10', 'Children Act 2004, sections 10 and 11: co-operating to safeguard'), ('consent', 'The parent, carer or young person has agreed')], max_length=20)),
                ('asked_at', models.DateTimeField()),
                ('answer_by', models.DateField()),
                ('chased_on', models.DateField(blank=True, null=True, verbose_name='when they were last reminded')),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checks_asked', to='agencies.agency')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='check_request', to='chronology.entry')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['agency', 'answer_by'], name='check_by_agency')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('question', ''), _negated=True), models.Q(('reason', ''), _negated=True)), name='check_asks_and_says_why')],
            },
        ),
        migrations.CreateModel(
            name='CheckAnswer',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('nothing_known', models.BooleanField(default=False)),
                ('fact', models.TextField(blank=True, verbose_name='what is known')),
                ('opinion', models.TextField(blank=True, verbose_name='what we think')),
                ('reported', models.TextField(blank=True, verbose_name='what others told us, and who')),
                ('answered_at', models.DateTimeField()),
                ('guest', models.CharField(blank=True, max_length=150, verbose_name='who answered without an account')),
                ('answered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('request', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='front_door.checkrequest')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('fact', ''), ('nothing_known', True), ('opinion', ''), ('reported', '')), models.Q(('nothing_known', False), models.Q(('fact', ''), ('opinion', ''), ('reported', ''), _negated=True)), _connector='OR'), name='answer_says_something_or_nothing_known', violation_error_message='Answer, or say that nothing is known; not both.')],
            },
        ),
        migrations.CreateModel(
            name='Figures',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('from_on', models.DateField(verbose_name='from')),
                ('notices', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(2), django.core.validators.MaxValueValidator(50)])),
                ('notice_months', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(36)])),
                ('check_days', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(20)])),
                ('unhappy_days', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(20)])),
                ('undelivered_minutes', models.PositiveSmallIntegerField(default=15, validators=[django.core.validators.MinValueValidator(5), django.core.validators.MaxValueValidator(1440)])),
                ('most_drafts', models.PositiveSmallIntegerField(default=20, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(1000)])),
                ('because', models.TextField(verbose_name='why, and where it was agreed')),
                ('recorded_at', models.DateTimeField()),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='front_door_figures', to='agencies.area')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'figures',
                'constraints': [models.UniqueConstraint(fields=('area', 'from_on'), name='figures_from_one_day_once'), models.CheckConstraint(condition=models.Q(('because', ''), _negated=True), name='figures_say_why')],
            },
        ),
        migrations.CreateModel(
            name='Receipt',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('submission', models.UUIDField(unique=True)),
                ('reference', models.CharField(max_length=20, unique=True)),
                ('door', models.CharField(choices=[('public-form', 'The public form'), ('api', 'Another system'), ('police-notices', 'Police notices')], max_length=20)),
                ('sender', models.CharField(max_length=200, verbose_name='who sent it, to tell repeats apart')),
                ('idempotency_key', models.CharField(max_length=200)),
                ('digest', models.CharField(max_length=64, verbose_name='digest of what was sent')),
                ('status_digest', models.CharField(max_length=64, unique=True)),
                ('children_typed', models.JSONField(default=list, verbose_name='the children, as the referrer named them')),
                ('made_at', models.DateTimeField()),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('proof_digest', models.CharField(blank=True, db_index=True, max_length=64)),
                ('email_proven_at', models.DateTimeField(blank=True, null=True)),
                ('held_because', models.CharField(blank=True, max_length=200)),
                ('payload', models.JSONField(blank=True, null=True, verbose_name='what was sent, while it is held')),
                ('looked_at', models.DateTimeField(blank=True, null=True)),
                ('set_aside_because', models.TextField(blank=True)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('looked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(models.Q(('held_because', ''), _negated=True), ('looked_at', None)), fields=['area', 'made_at'], name='receipt_held')],
                'constraints': [models.UniqueConstraint(fields=('sender', 'idempotency_key'), name='receipt_once_for_each_sending'), models.CheckConstraint(condition=models.Q(('held_because', ''), ('looked_at__isnull', False), ('payload__isnull', False), _connector='OR'), name='receipt_held_keeps_what_was_sent')],
            },
        ),
        migrations.CreateModel(
            name='Triage',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('action', models.CharField(choices=[('referral', 'Made a referral'), ('joined', 'Added to the open case'), ('nothing-further', 'No further action')], max_length=20)),
                ('reason', models.TextField(blank=True)),
                ('words', models.CharField(max_length=200, verbose_name='whom it was about')),
                ('count', models.PositiveIntegerField()),
                ('submission', models.UUIDField(blank=True, null=True)),
                ('at', models.DateTimeField()),
                ('undone_at', models.DateTimeField(blank=True, null=True)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entry', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='chronology.entry')),
            ],
            options={
                'verbose_name_plural': 'triages',
                'indexes': [models.Index(fields=['by', 'at'], name='triage_by_whom')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('action', 'nothing-further'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='triage_without_action_says_why')],
            },
        ),
        migrations.CreateModel(
            name='PoliceNotice',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('force', models.CharField(max_length=100)),
                ('number', models.CharField(max_length=60, verbose_name="the force's own number")),
                ('happened_at', models.DateTimeField()),
                ('taken_in_at', models.DateTimeField()),
                ('given', models.CharField(blank=True, max_length=100)),
                ('family', models.CharField(blank=True, max_length=100)),
                ('born_on', models.DateField(blank=True, null=True)),
                ('address', models.CharField(blank=True, max_length=300)),
                ('identifiers', models.JSONField(default=dict, verbose_name='numbers of the child, by scheme')),
                ('kind', models.CharField(max_length=100, verbose_name='what it was')),
                ('words', models.TextField()),
                ('officer', models.CharField(blank=True, max_length=100)),
                ('grading', models.CharField(blank=True, max_length=60, verbose_name="the officer's own grading, in the force's words")),
                ('described_key', models.CharField(max_length=40, verbose_name='digest of how the child is described')),
                ('stack', models.CharField(max_length=48, verbose_name='what it stands with')),
                ('matched', models.CharField(blank=True, choices=[('', 'Not matched to a record'), ('identifier', "By a number that is only this child's"), ('person', 'By a practitioner')], default='', max_length=10)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('child', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='police_notices', to='people.person')),
                ('matched_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('triage', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='front_door.triage')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('triage', None)), fields=['area', 'stack'], name='notice_waiting'), models.Index(fields=['area', 'stack', 'happened_at'], name='notice_in_stack')],
                'constraints': [models.UniqueConstraint(fields=('area', 'force', 'number', 'described_key'), name='notice_taken_in_once'), models.CheckConstraint(condition=models.Q(models.Q(('child', None), ('matched', '')), models.Q(('child__isnull', False), models.Q(('matched', ''), _negated=True)), _connector='OR'), name='notice_says_how_it_was_matched')],
            },
        ),
        migrations.CreateModel(
            name='Unhappy',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('submission', models.UUIDField(db_index=True)),
                ('reason', models.TextField()),
                ('contact', models.CharField(blank=True, max_length=200, verbose_name='how they can be reached')),
                ('said_at', models.DateTimeField()),
                ('answer_by', models.DateField(blank=True, null=True)),
                ('answer', models.TextField(blank=True)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('child', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('said_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'unhappy referrers',
                'indexes': [models.Index(condition=models.Q(('answered_at', None)), fields=['area', 'said_at'], name='unhappy_waiting')],
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='unhappy_says_why'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at', None)), models.Q(('answered_at__isnull', False), models.Q(('answer', ''), _negated=True)), _connector='OR'), name='unhappy_answer_has_words')],
            },
        ),
        migrations.CreateModel(
            name='NoticeReceipt',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('force', models.CharField(max_length=100)),
                ('name', models.CharField(blank=True, max_length=200, verbose_name='of the file')),
                ('received_at', models.DateTimeField()),
                ('taken', models.PositiveIntegerField(default=0)),
                ('again', models.PositiveIntegerField(default=0)),
                ('refused', models.PositiveIntegerField(default=0)),
                ('lines', models.JSONField(default=list)),
                ('whole', models.JSONField(default=list, verbose_name='what was wrong with all of it')),
                ('digest', models.CharField(blank=True, max_length=64, verbose_name='SHA-256 of the file')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['area', 'received_at'], name='notice_receipt_by_area')],
            },
        ),
    ]
