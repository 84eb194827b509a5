import alongside.keys
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('agencies', '0001_initial'),
        ('agencies', '__first__'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Seal',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('restricted', 'Restricted'), ('adoption', 'Adoption'), ('staff-family', 'Family of somebody who works here')], max_length=20)),
                ('why', models.TextField()),
                ('from_on', models.DateField(verbose_name='from')),
                ('placed_at', models.DateTimeField()),
                ('to_on', models.DateField(blank=True, null=True, verbose_name='to')),
                ('lifted_because', models.TextField(blank=True)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seals', to='people.person')),
                ('lifted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('placed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('to_on', None)), fields=('child', 'kind'), name='seal_of_a_kind_stands_once'), models.CheckConstraint(condition=models.Q(('why', ''), _negated=True), name='seal_says_why'), models.CheckConstraint(condition=models.Q(models.Q(('lifted_because', ''), ('lifted_by', None), ('to_on', None)), models.Q(('lifted_by__isnull', False), ('to_on__gte', models.F('from_on')), models.Q(('lifted_because', ''), _negated=True)), _connector='OR'), name='seal_is_lifted_by_somebody_who_says_why', violation_error_message='Lifting a seal needs a day, not before it was placed, and a reason.')],
            },
        ),
        migrations.CreateModel(
            name='SealKey',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('from_on', models.DateField(verbose_name='from')),
                ('to_on', models.DateField(blank=True, null=True, verbose_name='to')),
                ('practitioner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='keys', to='access.seal')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('practitioner', None), ('team__isnull', False)), models.Q(('practitioner__isnull', False), ('team', None)), _connector='OR'), name='seal_key_is_ones_or_a_teams', violation_error_message='A key goes to one practitioner or to one team.'), models.UniqueConstraint(condition=models.Q(('to_on', None)), fields=('seal', 'practitioner'), name='seal_key_held_once'), models.UniqueConstraint(condition=models.Q(('to_on', None)), fields=('seal', 'team'), name='seal_key_of_team_held_once')],
            },
        ),
        migrations.CreateModel(
            name='AccessConfirmation',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('confirmed_at', models.DateTimeField()),
                ('members', models.JSONField(default=list)),
                ('leavers', models.JSONField(default=list)),
                ('confirmed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='access_confirmations', to='agencies.team')),
            ],
            options={
                'indexes': [models.Index(fields=['team', 'confirmed_at'], name='confirmation_by_team')],
            },
        ),
        migrations.CreateModel(
            name='AccessRule',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('from_on', models.DateField(verbose_name='from')),
                ('emergency_roles', models.JSONField(default=list, verbose_name='roles that may open a record in an emergency')),
                ('emergency_hours', models.PositiveSmallIntegerField(verbose_name='hours for which it stays open')),
                ('dormant_days', models.PositiveSmallIntegerField(verbose_name='days without use after which an account closes')),
                ('review_days', models.PositiveSmallIntegerField(verbose_name='days after which a manager confirms a team again')),
                ('set_at', models.DateTimeField()),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='access_rules', to='agencies.area')),
                ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('area', 'from_on', 'set_at'), name='access_rule_set_once'), models.CheckConstraint(condition=models.Q(('dormant_days__gte', 1), ('emergency_hours__gte', 1), ('review_days__gte', 1)), name='access_rule_gives_some_time', violation_error_message='Hours and days are at least 1.')],
            },
        ),
        migrations.CreateModel(
            name='AdministrativeChange',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('words', models.CharField(max_length=500)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['area', 'id'], name='change_by_area')],
                'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='change_says_something')],
            },
        ),
        migrations.CreateModel(
            name='ConflictReport',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('how', models.CharField(choices=[('declared', 'Declared by the practitioner'), ('found', 'Found in the record')], max_length=10)),
                ('words', models.TextField()),
                ('made_at', models.DateTimeField()),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('outcome', models.CharField(blank=True, choices=[('closed', 'The record is closed to them'), ('none', 'There is no conflict'), ('not-known', 'No record of these people is known')], max_length=10)),
                ('settled_because', models.TextField(blank=True)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('child', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('practitioner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('settled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('settled_at', None)), fields=['area', 'made_at'], name='conflict_to_settle')],
                'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='conflict_report_says_something'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', ''), ('settled_at', None), ('settled_by', None)), models.Q(('settled_at__isnull', False), ('settled_by__isnull', False), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='conflict_is_settled_by_somebody'), models.UniqueConstraint(condition=models.Q(('how', 'found')), fields=('practitioner', 'child'), name='conflict_found_once')],
            },
        ),
        migrations.CreateModel(
            name='EmergencyOpening',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('why', models.TextField()),
                ('began_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('review_due_on', models.DateField()),
                ('reviewed_at', models.DateTimeField(blank=True, null=True)),
                ('outcome', models.CharField(blank=True, choices=[('appropriate', 'It was right to open the record'), ('not-appropriate', 'It was not right to open the record')], max_length=20)),
                ('review_words', models.TextField(blank=True)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='emergency_openings', to='people.person')),
                ('practitioner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='emergency_openings', to=settings.AUTH_USER_MODEL)),
                ('reviewed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['practitioner', 'ends_at'], name='emergency_by_practitioner'), models.Index(condition=models.Q(('reviewed_at', None)), fields=['child'], name='emergency_to_review')],
                'constraints': [models.CheckConstraint(condition=models.Q(('why', ''), _negated=True), name='emergency_opening_says_why'), models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('began_at'))), name='emergency_opening_ends'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', ''), ('review_words', ''), ('reviewed_at', None), ('reviewed_by', None)), models.Q(('reviewed_at__isnull', False), ('reviewed_by__isnull', False), models.Q(('outcome', ''), _negated=True), models.Q(('review_words', ''), _negated=True)), _connector='OR'), name='emergency_review_says_what_and_why', violation_error_message='A review says whether it was right, and why.')],
            },
        ),
        migrations.CreateModel(
            name='Restriction',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('ground', models.CharField(choices=[('declared', 'They said so themselves'), ('found', 'A manager found it'), ('administration', 'An administrator was told of it')], default='administration', max_length=20)),
                ('why', models.CharField(max_length=200)),
                ('from_on', models.DateField(verbose_name='from')),
                ('to_on', models.DateField(blank=True, null=True, verbose_name='to')),
                ('lifted_because', models.CharField(blank=True, max_length=200)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='restrictions', to='people.person')),
                ('lifted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('placed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('practitioner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='restrictions', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('to_on', None)), fields=('child', 'practitioner'), name='restriction_stands_once')],
            },
        ),
    ]
