import uuid

import alongside.keys
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('agencies', '0001_initial'),
        ('agencies', '__first__'),
        ('chronology', '0001_initial'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='SubjectRequest',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('asked_by', models.CharField(max_length=150, verbose_name='who asks')),
                ('asks_as', models.CharField(choices=[('subject', 'The person the record is about'), ('parent', 'Somebody with parental responsibility, for the child'), ('representative', 'Somebody who acts for them, such as a solicitor or an advocate')], max_length=20)),
                ('identity', models.TextField(verbose_name='how their identity was checked')),
                ('received_on', models.DateField()),
                ('recorded_at', models.DateTimeField()),
                ('signed_at', models.DateTimeField(blank=True, null=True)),
                ('given_on', models.DateField(blank=True, null=True)),
                ('given_to', models.CharField(blank=True, max_length=150)),
                ('given_how', models.TextField(blank=True)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='subject_requests', to='people.person')),
                ('given_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('signed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['child', 'received_on'], name='subject_request_by_child')],
                'constraints': [models.CheckConstraint(condition=models.Q(('identity', ''), _negated=True), name='subject_request_says_how_identity_was_checked'), models.CheckConstraint(condition=models.Q(models.Q(('signed_at', None), ('signed_by', None)), models.Q(('signed_at__isnull', False), models.Q(('signed_by', models.F('recorded_by')), _negated=True)), _connector='OR'), name='subject_request_is_signed_by_another', violation_error_message='Somebody else than who recorded the request signs it.'), models.CheckConstraint(condition=models.Q(models.Q(('given_by', None), ('given_how', ''), ('given_on', None), ('given_to', '')), models.Q(('given_by__isnull', False), ('given_on__isnull', False), ('signed_at__isnull', False), models.Q(('given_to', ''), _negated=True)), _connector='OR'), name='subject_request_is_given_once_signed', violation_error_message='Nothing is given before a second reader has signed.')],
            },
        ),
        migrations.CreateModel(
            name='PackPart',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('kind', models.CharField(max_length=80, verbose_name='kind of record')),
                ('record', models.UUIDField()),
                ('title', models.CharField(max_length=150)),
                ('on', models.DateField(blank=True, null=True)),
                ('words', models.TextField()),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='retention.subjectrequest')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('request', 'number'), name='pack_part_has_its_place'), models.UniqueConstraint(fields=('request', 'kind', 'record'), name='pack_part_is_there_once')],
            },
        ),
        migrations.CreateModel(
            name='LegalHold',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('reason', models.TextField()),
                ('from_on', models.DateField(verbose_name='from')),
                ('review_on', models.DateField(verbose_name='reviewed on')),
                ('placed_at', models.DateTimeField()),
                ('to_on', models.DateField(blank=True, null=True, verbose_name='to')),
                ('lifted_because', models.TextField(blank=True)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='legal_holds', to='people.person')),
                ('lifted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('placed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('to_on', None)), fields=['child'], name='hold_standing')],
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='hold_gives_a_reason'), models.CheckConstraint(condition=models.Q(('review_on__gt', models.F('from_on'))), name='hold_is_reviewed_later', violation_error_message='A hold is reviewed on a day after it begins.'), models.CheckConstraint(condition=models.Q(models.Q(('lifted_because', ''), ('lifted_by', None), ('to_on', None)), models.Q(('lifted_by__isnull', False), ('to_on__gte', models.F('from_on')), models.Q(('lifted_because', ''), _negated=True)), _connector='OR'), name='hold_is_lifted_by_somebody_who_says_why', violation_error_message='Lifting a hold needs a day, not before it began, and a reason.')],
            },
        ),
        migrations.CreateModel(
            name='LocalPeriod',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('group', models.CharField(choices=[('plan', 'Children who had a child protection plan'), ('help', 'Children who were assessed or had a child-in-need plan'), ('referral', 'Children about whom there was a referral and no more')], max_length=10, verbose_name='whose records')),
                ('clock', models.CharField(choices=[('birth', 'the child’s date of birth'), ('closed', 'the day the last case was closed')], max_length=10, verbose_name='counted from')),
                ('years', models.PositiveSmallIntegerField()),
                ('decided_by', models.CharField(max_length=200, verbose_name='where this was decided')),
                ('from_on', models.DateField(verbose_name='from')),
                ('set_at', models.DateTimeField()),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['area', 'group', 'from_on'], name='local_period_by_group')],
                'constraints': [models.CheckConstraint(condition=models.Q(('years__gte', 1), ('years__lte', 150)), name='local_period_is_years', violation_error_message='Enter between 1 and 150 years.'), models.CheckConstraint(condition=models.Q(('decided_by', ''), _negated=True), name='local_period_says_whose')],
            },
        ),
        migrations.CreateModel(
            name='PackSpan',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('why', models.CharField(choices=[('referrer', 'Who made a referral, or told something'), ('name', 'Another person’s name'), ('address', 'A protected address'), ('marked', 'Marked for named readers'), ('reader', 'Found by a reader')], max_length=10)),
                ('covered', models.BooleanField(null=True)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('part', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='spans', to='retention.packpart')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('end__gt', models.F('start'))), name='pack_span_has_words'), models.CheckConstraint(condition=models.Q(models.Q(('covered', None), ('decided_at', None), ('decided_by', None)), models.Q(('covered__isnull', False), ('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='pack_span_is_decided_by_somebody')],
            },
        ),
        migrations.CreateModel(
            name='Rectification',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('asked_by', models.CharField(max_length=150, verbose_name='who asks')),
                ('asked_on', models.DateField()),
                ('wants', models.TextField(verbose_name='what they say is wrong, and what is right')),
                ('recorded_at', models.DateTimeField()),
                ('outcome', models.CharField(blank=True, choices=[('corrected', 'The entry was corrected'), ('disagreement', 'The entry stays, and the disagreement is noted beside it')], max_length=15)),
                ('answer', models.TextField(blank=True, verbose_name='what they were told')),
                ('answered_on', models.DateField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rectifications', to='people.person')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rectifications', to='chronology.entry')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['child', 'asked_on'], name='rectification_by_child')],
                'constraints': [models.CheckConstraint(condition=models.Q(('wants', ''), _negated=True), name='rectification_says_what'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_by', None), ('answered_on', None), ('outcome', '')), models.Q(('answered_by__isnull', False), ('answered_on__gte', models.F('asked_on')), models.Q(('outcome', ''), _negated=True), models.Q(('answer', ''), _negated=True)), _connector='OR'), name='rectification_is_answered_whole', violation_error_message='An answer needs its day, not before it was asked, and what was said.')],
            },
        ),
        migrations.CreateModel(
            name='CoolingPeriod',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cooling_periods', to='agencies.area')),
                ('days', models.PositiveSmallIntegerField()),
                ('decided_by', models.CharField(max_length=200, verbose_name='where this was decided')),
                ('from_on', models.DateField(verbose_name='from')),
                ('set_at', models.DateTimeField()),
                ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('days__gte', 1), ('days__lte', 365)), name='cooling_period_is_a_day_to_a_year', violation_error_message='The wait is between 1 and 365 days.'), models.CheckConstraint(condition=models.Q(('decided_by', ''), _negated=True), name='cooling_period_is_somebodys_decision')],
            },
        ),
        migrations.CreateModel(
            name='Disposal',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='disposals', to='agencies.area')),
                ('on', models.DateField(verbose_name='due on')),
                ('proposed_at', models.DateTimeField()),
                ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('first_at', models.DateTimeField(blank=True, null=True, verbose_name='first signed')),
                ('first_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('second_at', models.DateTimeField(blank=True, null=True, verbose_name='signed a second time')),
                ('second_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('not_before', models.DateField(blank=True, null=True, verbose_name='destroyed from')),
                ('cancelled_at', models.DateTimeField(blank=True, null=True)),
                ('cancelled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('cancelled_because', models.TextField(blank=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('rows', models.JSONField(blank=True, default=dict, verbose_name='other rows that were removed, by kind')),
            ],
            options={
                'indexes': [models.Index(fields=['area', 'proposed_at'], name='disposal_by_area')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('first_at', None), ('first_by', None)), models.Q(('first_at__isnull', False), ('first_by__isnull', False)), _connector='OR'), name='disposal_is_signed_by_somebody'), models.CheckConstraint(condition=models.Q(models.Q(('not_before', None), ('second_at', None), ('second_by', None)), models.Q(('not_before__isnull', False), ('second_at__isnull', False), ('second_by__isnull', False), ('first_by__isnull', False), models.Q(('second_by', models.F('first_by')), _negated=True)), _connector='OR'), name='disposal_is_signed_again_by_another', violation_error_message='Two different people sign, and a day is set.'), models.CheckConstraint(condition=models.Q(models.Q(('cancelled_at', None), ('cancelled_because', ''), ('cancelled_by', None)), models.Q(('cancelled_at__isnull', False), ('cancelled_by__isnull', False), ('ended_at', None), models.Q(('cancelled_because', ''), _negated=True)), _connector='OR'), name='disposal_is_cancelled_before_it_ends', violation_error_message='Cancelling needs a reason, and something that was not destroyed yet.'), models.CheckConstraint(condition=models.Q(('ended_at', None), ('second_by__isnull', False), _connector='OR'), name='disposal_ends_once_signed_by_two')],
            },
        ),
        migrations.CreateModel(
            name='DisposalLine',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('disposal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='retention.disposal')),
                ('child', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='disposals', to='people.person')),
                ('reference_digest', models.CharField(max_length=32)),
                ('rule', models.CharField(max_length=80)),
                ('force', models.CharField(max_length=10)),
                ('because', models.TextField()),
                ('source', models.TextField(blank=True)),
                ('kept_until', models.DateField()),
                ('outcome', models.CharField(blank=True, choices=[('', 'Not destroyed yet'), ('destroyed', 'Destroyed'), ('left-out', 'Left out'), ('cancelled', 'Cancelled')], default='', max_length=10)),
                ('left_out_because', models.TextField(blank=True)),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('counts', models.JSONField(blank=True, default=dict)),
                ('entries', models.JSONField(blank=True, default=list)),
            ],
            options={
                'indexes': [models.Index(fields=['reference_digest'], name='disposal_by_reference')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('outcome', '')), fields=('child',), name='disposal_line_is_one_at_a_time'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'destroyed'), _negated=True), models.Q(('child', None), ('done_at__isnull', False)), _connector='OR'), name='disposal_line_names_nobody_once_destroyed'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'left-out'), _negated=True), models.Q(('left_out_because', ''), _negated=True), _connector='OR'), name='disposal_line_left_out_says_why')],
            },
        ),
        migrations.CreateModel(
            name='Erasing',
            fields=[
                ('id', models.UUIDField(default=uuid.UUID('00000000-0000-0000-0000-000000000001'), editable=False, primary_key=True, serialize=False)),
                ('never', models.ForeignKey(default=alongside.keys.new_key, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='retention.erasing')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('line', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='retention.disposalline')),
                ('on', models.DateField()),
            ],
            options={
                'verbose_name_plural': 'erasing',
                'constraints': [models.CheckConstraint(condition=models.Q(('id', uuid.UUID('00000000-0000-0000-0000-000000000001')), models.Q(('never', uuid.UUID('00000000-0000-0000-0000-000000000001')), _negated=True)), name='erasing_is_one_and_never_stays')],
            },
        ),
    ]
