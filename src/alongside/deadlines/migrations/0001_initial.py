import datetime

import alongside.keys
import django.db.models.deletion
import django.db.models.functions.comparison
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('agencies', '0001_initial'),
        ('cases', '0001_initial'),
        ('chronology', '0001_initial'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='RecordedHoliday',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('day', models.DateField(unique=True)),
                ('name', models.CharField(max_length=100)),
                ('source', models.CharField(max_length=200, verbose_name='where it was announced')),
            ],
            options={
                'ordering': ('day',),
            },
        ),
        migrations.CreateModel(
            name='Deadline',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('rule_id', models.CharField(max_length=80)),
                ('clock', models.CharField(max_length=20)),
                ('force', models.CharField(max_length=10)),
                ('starts_on', models.DateField()),
                ('starts_at', models.DateTimeField(blank=True, null=True)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('due_at', models.DateTimeField(blank=True, null=True)),
                ('because', models.TextField()),
                ('citation', models.CharField(max_length=250)),
                ('edition', models.CharField(max_length=100)),
                ('checked', models.BooleanField()),
                ('met_on', models.DateField(blank=True, null=True)),
                ('met_at', models.DateTimeField(blank=True, null=True)),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deadlines', to='cases.case')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deadlines', to='people.person')),
                ('started_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='chronology.entry')),
            ],
            options={
                'indexes': [models.Index(models.F('area'), django.db.models.functions.comparison.Coalesce('due_on', models.Value(datetime.date(1, 1, 1)), output_field=models.DateField()), models.F('id'), condition=models.Q(('ended_on', None), ('met_on', None)), name='deadline_outstanding'), models.Index(models.F('area'), models.F('rule_id'), django.db.models.functions.comparison.Coalesce('due_on', models.Value(datetime.date(1, 1, 1)), output_field=models.DateField()), models.F('id'), condition=models.Q(('ended_on', None), ('met_on', None)), name='deadline_outstanding_by_rule'), models.Index(fields=['child', 'due_on'], name='deadline_by_child'), models.Index(fields=['area', 'rule_id', 'due_on'], name='deadline_by_rule')],
                'constraints': [models.UniqueConstraint(fields=('case', 'rule_id', 'started_by'), name='deadline_once_for_each_start'), models.CheckConstraint(condition=models.Q(('met_on', None), ('ended_on', None), _connector='OR'), name='deadline_is_met_or_ended_not_both')],
            },
        ),
    ]
