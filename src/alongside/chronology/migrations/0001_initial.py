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
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=80)),
                ('happened_on', models.DateField()),
                ('happened_at', models.DateTimeField(blank=True, null=True)),
                ('details', models.JSONField(default=dict)),
                ('source', models.CharField(blank=True, max_length=100)),
                ('sealed_for', models.CharField(blank=True, choices=[('police-intelligence', 'Police intelligence'), ('third-party', 'Who somebody else is'), ('allegation', 'An allegation against somebody who works with children')], db_default='', default='', max_length=20, verbose_name='marked as')),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('correction_reason', models.TextField(blank=True)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='chronology', to='cases.case')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='chronology', to='people.person')),
                ('corrects', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='chronology.entry')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'entries',
                'indexes': [models.Index(fields=['child', 'happened_on'], name='entry_by_child'), models.Index(fields=['case', 'happened_on'], name='entry_by_case')],
                'constraints': [models.CheckConstraint(condition=models.Q(('corrects', None), models.Q(('correction_reason', ''), _negated=True), _connector='OR'), name='correction_gives_its_reason')],
            },
        ),
        migrations.CreateModel(
            name='Shortfall',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('rule_id', models.CharField(max_length=80)),
                ('words', models.TextField()),
                ('explanation', models.TextField(blank=True)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shortfalls', to='cases.case')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shortfalls', to='chronology.entry')),
            ],
            options={
                'indexes': [models.Index(fields=['case'], name='shortfall_by_case')],
            },
        ),
    ]
