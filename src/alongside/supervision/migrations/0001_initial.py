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
            name='CaseSupervision',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('held_on', models.DateField()),
                ('discussed', models.TextField()),
                ('decision', models.TextField(blank=True)),
                ('reasons', models.TextField(blank=True)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('practitioner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('supervisor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('held_on', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('discussed', ''), _negated=True), name='case_supervision_says_what_was_discussed', violation_error_message='Enter what was discussed.'), models.CheckConstraint(condition=models.Q(('decision', ''), models.Q(('reasons', ''), _negated=True), _connector='OR'), name='case_supervision_decides_with_reasons', violation_error_message='Enter the reasons for the decision.')],
            },
        ),
        migrations.CreateModel(
            name='Supervision',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('held_on', models.DateField()),
                ('words', models.TextField(blank=True, verbose_name='the personal part')),
                ('next_on', models.DateField(blank=True, null=True, verbose_name='next')),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('practitioner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='supervisions', to=settings.AUTH_USER_MODEL)),
                ('supervisor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='supervisions_given', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('held_on', 'id'),
                'indexes': [models.Index(fields=['practitioner', 'held_on'], name='supervision_by_practitioner')],
                'constraints': [models.CheckConstraint(condition=models.Q(('supervisor', models.F('practitioner')), _negated=True), name='supervision_is_between_two', violation_error_message='Nobody supervises themselves. Choose somebody else.'), models.CheckConstraint(condition=models.Q(('next_on', None), ('next_on__gt', models.F('held_on')), _connector='OR'), name='supervision_is_held_again_later', violation_error_message='The next one is not after this one. Change one of the days.')],
            },
        ),
        migrations.CreateModel(
            name='SupervisionAction',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('what', models.TextField()),
                ('who', models.CharField(max_length=150, verbose_name='who will do it')),
                ('by_when', models.DateField(blank=True, null=True)),
                ('done_on', models.DateField(blank=True, null=True)),
                ('came_of_it', models.TextField(blank=True, verbose_name='what came of it')),
                ('supervision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='supervision.casesupervision')),
            ],
            options={
                'ordering': ('id',),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('what', ''), _negated=True), models.Q(('who', ''), _negated=True)), name='supervision_action_says_what_and_who'), models.CheckConstraint(condition=models.Q(('done_on', None), models.Q(('came_of_it', ''), _negated=True), _connector='OR'), name='supervision_action_says_what_came_of_it', violation_error_message='Enter what came of it.')],
            },
        ),
    ]
