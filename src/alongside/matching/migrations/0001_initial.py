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
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Joining',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('reason', models.TextField()),
                ('choices', models.JSONField(blank=True, default=dict)),
                ('needs_second', models.BooleanField(default=False)),
                ('asked_at', models.DateTimeField()),
                ('joined_at', models.DateTimeField(blank=True, null=True)),
                ('parted_at', models.DateTimeField(blank=True, null=True)),
                ('parted_because', models.TextField(blank=True)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('confirmed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('joined', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='joined_into', to='people.person')),
                ('kept', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='joinings', to='people.person')),
                ('parted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('parted_at', None)), fields=('joined',), name='joining_into_one_at_a_time'), models.CheckConstraint(condition=models.Q(('kept', models.F('joined')), _negated=True), name='joining_is_of_two'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='joining_has_a_reason'), models.CheckConstraint(condition=models.Q(('parted_at', None), models.Q(('parted_by__isnull', False), models.Q(('parted_because', ''), _negated=True)), _connector='OR'), name='joining_is_parted_by_somebody_for_a_reason'), models.CheckConstraint(condition=models.Q(('needs_second', False), ('joined_at', None), ('confirmed_by__isnull', False), _connector='OR'), name='joining_confirmed_where_a_second_is_needed'), models.CheckConstraint(condition=models.Q(('confirmed_by', None), models.Q(('confirmed_by', models.F('asked_by')), _negated=True), _connector='OR'), name='joining_confirmed_by_somebody_else')],
            },
        ),
        migrations.CreateModel(
            name='MaybeSame',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('found', models.CharField(choices=[('search', 'When a record was made'), ('batch', 'By going through all records')], max_length=10)),
                ('found_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('levels', models.JSONField(default=dict)),
                ('band', models.CharField(max_length=10)),
                ('settled', models.CharField(blank=True, choices=[('', 'Nobody has said yet'), ('not-same', 'Not the same'), ('joined', 'Joined')], default='', max_length=10)),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('why', models.TextField(blank=True)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('one', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('settled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['area', 'settled', 'found_at'], name='maybe_same_by_area')],
                'constraints': [models.UniqueConstraint(fields=('one', 'other'), name='maybe_same_listed_once'), models.CheckConstraint(condition=models.Q(('one__lt', models.F('other'))), name='maybe_same_in_order'), models.CheckConstraint(condition=models.Q(('settled', ''), models.Q(('settled_by__isnull', False), models.Q(('why', ''), _negated=True)), _connector='OR'), name='maybe_same_settled_by_somebody_for_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='Spelling',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('words', models.CharField(max_length=200)),
                ('given_sound', models.CharField(max_length=40)),
                ('family_sound', models.CharField(blank=True, max_length=40)),
                ('sounds', models.CharField(max_length=81)),
                ('begins', models.CharField(max_length=5)),
                ('ends', models.CharField(max_length=5)),
                ('by_birth', models.BooleanField(default=True)),
                ('born_on', models.DateField(null=True)),
                ('area', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='spellings', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['sounds', 'born_on', 'area', 'person', 'words'], name='spelling_by_sounds'), models.Index(fields=['begins', 'ends', 'born_on', 'area', 'person', 'words'], name='spelling_by_begins'), models.Index(fields=['born_on', 'by_birth', 'begins', 'area', 'person', 'words'], name='spelling_by_birth'), models.Index(fields=['ends'], name='spelling_by_ends'), models.Index(fields=['given_sound'], name='spelling_by_given_sound'), models.Index(fields=['family_sound'], name='spelling_by_family_sound')],
            },
        ),
        migrations.CreateModel(
            name='Together',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='together', to='people.person')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('child', 'other'), name='together_once')],
            },
        ),
    ]
