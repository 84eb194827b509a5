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
        ('chronology', '0001_initial'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('from_on', models.DateField(blank=True, null=True, verbose_name='from')),
                ('to_on', models.DateField(blank=True, null=True, verbose_name='to')),
                ('sealed_for', models.CharField(blank=True, choices=[('police-intelligence', 'Police intelligence'), ('third-party', 'Who somebody else is'), ('allegation', 'An allegation against somebody who works with children')], db_default='', default='', max_length=20, verbose_name='marked as')),
                ('versions', models.PositiveSmallIntegerField(default=1, editable=False)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='analysis_notes', to='people.person')),
                ('entry', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='analysis_notes', to='chronology.entry')),
            ],
            options={
                'indexes': [models.Index(fields=['child'], name='analysis_note_by_child')],
                'constraints': [models.CheckConstraint(condition=models.Q(('entry', None), models.Q(('from_on', None), ('to_on', None)), _connector='OR'), name='analysis_note_is_of_an_entry_or_of_a_span', violation_error_message='An analysis is of one entry or of a span of time, not both.'), models.CheckConstraint(condition=models.Q(('to_on', None), models.Q(('from_on__isnull', False), ('to_on__gte', models.F('from_on'))), _connector='OR'), name='analysis_note_ends_after_it_begins', violation_error_message='The last day is before the first. Check both days.')],
            },
        ),
        migrations.CreateModel(
            name='NoteVersion',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('words', models.TextField()),
                ('why', models.TextField(blank=True, verbose_name='why it was written again')),
                ('signed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('note', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='written', to='analysis.note')),
                ('signed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('number',),
                'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='analysis_note_version_says_something', violation_error_message='Enter what you make of it.'), models.CheckConstraint(condition=models.Q(('number', 1), models.Q(('why', ''), _negated=True), _connector='OR'), name='analysis_note_version_says_why', violation_error_message='Enter why it is written again.'), models.UniqueConstraint(fields=('note', 'number'), name='analysis_note_version_is_numbered_once', violation_error_message='Somebody wrote this again meanwhile. Read what they wrote first.')],
            },
        ),
        migrations.CreateModel(
            name='Significance',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('sealed_for', models.CharField(blank=True, choices=[('police-intelligence', 'Police intelligence'), ('third-party', 'Who somebody else is'), ('allegation', 'An allegation against somebody who works with children')], db_default='', default='', max_length=20, verbose_name='marked as')),
                ('said_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('significant_for', models.CharField(choices=[('safety', 'The child’s safety'), ('development', 'The child’s health and development'), ('care', 'The care the child is given'), ('surroundings', 'The family and what surrounds it'), ('outside-home', 'Harm outside the home'), ('voice', 'What the child says and shows'), ('pattern', 'A pattern that comes again'), ('change', 'A change, for better or worse')], max_length=20, verbose_name='significant for')),
                ('reason', models.TextField()),
                ('taken_back_because', models.TextField(blank=True, verbose_name='why it was taken back')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='people.person')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='chronology.entry')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('taken_back_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'significances',
                'indexes': [models.Index(fields=['child', 'taken_back_at'], name='significance_by_child')],
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='significance_says_why', violation_error_message='Enter why this matters.'), models.CheckConstraint(condition=models.Q(models.Q(('taken_back_at', None), ('taken_back_because', ''), ('taken_back_by', None)), models.Q(('taken_back_at__isnull', False), ('taken_back_by__isnull', False), models.Q(('taken_back_because', ''), _negated=True)), _connector='OR'), name='significance_is_taken_back_for_a_reason', violation_error_message='Enter why it is taken back.'), models.UniqueConstraint(condition=models.Q(('taken_back_at', None)), fields=('entry', 'significant_for', 'said_by'), name='significance_once_by_each_person', violation_error_message='You have said this of this entry already.')],
            },
        ),
        migrations.CreateModel(
            name='AreaTag',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('words', models.CharField(max_length=60)),
                ('key', models.CharField(editable=False, max_length=60)),
                ('added_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tags', to='agencies.area')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='area_tag_says_something', violation_error_message='Enter a word.'), models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('area', 'key'), name='area_tag_once_in_an_area', violation_error_message='The area keeps this tag already.')],
            },
        ),
        migrations.CreateModel(
            name='EntryTag',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('sealed_for', models.CharField(blank=True, choices=[('police-intelligence', 'Police intelligence'), ('third-party', 'Who somebody else is'), ('allegation', 'An allegation against somebody who works with children')], db_default='', default='', max_length=20, verbose_name='marked as')),
                ('said_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('words', models.CharField(max_length=60)),
                ('key', models.CharField(editable=False, max_length=60)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='people.person')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='chronology.entry')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('taken_back_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['child', 'taken_back_at'], name='entry_tag_by_child')],
                'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='entry_tag_says_something', violation_error_message='Enter a word.'), models.CheckConstraint(condition=models.Q(models.Q(('taken_back_at', None), ('taken_back_by', None)), models.Q(('taken_back_at__isnull', False), ('taken_back_by__isnull', False)), _connector='OR'), name='entry_tag_is_taken_off_by_somebody'), models.UniqueConstraint(condition=models.Q(('taken_back_at', None)), fields=('entry', 'key'), name='entry_tag_once_on_an_entry', violation_error_message='This tag is on the entry already.')],
            },
        ),
    ]
