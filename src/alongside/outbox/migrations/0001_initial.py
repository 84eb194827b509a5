import alongside.keys
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('agencies', '0001_initial'),
        ('agencies', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='DutyRun',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=100)),
                ('day', models.DateField()),
                ('begun_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('done', models.BooleanField(default=False)),
                ('words', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'ordering': ('-day', 'name'),
                'constraints': [models.UniqueConstraint(fields=('name', 'day'), name='duty_once_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Endpoint',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('url', models.URLField(max_length=500)),
                ('events', models.JSONField(default=list, verbose_name='the events it hears of')),
                ('turn', models.PositiveSmallIntegerField(default=0)),
                ('made_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='endpoints', to='agencies.agency')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('url__startswith', 'https://')), name='endpoint_is_encrypted', violation_error_message='The address has to start with https://, so that nobody reads along.')],
            },
        ),
        migrations.CreateModel(
            name='OutgoingMessage',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('email', 'E-mail'), ('webhook', 'Event to another system')], max_length=10)),
                ('to', models.EmailField(blank=True, max_length=254)),
                ('subject', models.CharField(max_length=200, verbose_name='subject, or the event')),
                ('body', models.TextField()),
                ('about', models.CharField(blank=True, max_length=100, verbose_name='what it is about')),
                ('made_at', models.DateTimeField()),
                ('due_at', models.DateTimeField()),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('failed_at', models.DateTimeField(blank=True, null=True)),
                ('last_error', models.CharField(blank=True, max_length=300)),
                ('claimed_until', models.DateTimeField(blank=True, null=True)),
                ('claimed_by', models.UUIDField(blank=True, null=True)),
                ('instead', models.CharField(blank=True, max_length=300, verbose_name='what to do where it does not go')),
                ('link', models.CharField(blank=True, max_length=300)),
                ('escalated_at', models.DateTimeField(blank=True, null=True)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('endpoint', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='messages', to='outbox.endpoint')),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('failed_at', None), ('sent_at', None)), fields=['due_at'], name='message_to_send'), models.Index(fields=['area', 'id'], name='message_by_area'), models.Index(condition=models.Q(('escalated_at', None), ('sent_at', None), models.Q(('instead', ''), _negated=True)), fields=['made_at'], name='message_that_matters')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('endpoint', None), ('kind', 'email'), models.Q(('to', ''), _negated=True)), models.Q(('endpoint__isnull', False), ('kind', 'webhook')), _connector='OR'), name='message_goes_somewhere'), models.CheckConstraint(condition=models.Q(('sent_at', None), ('failed_at', None), _connector='OR'), name='message_is_sent_or_failed_not_both')],
            },
        ),
        migrations.CreateModel(
            name='Attempt',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('begun_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('outcome', models.CharField(blank=True, choices=[('', 'Begun; how it ended is not known'), ('sent', 'Taken by the other side'), ('refused', 'Refused for good'), ('not-yet', 'Not taken this time'), ('broken-off', 'Broken off: it may or may not have been taken')], default='', max_length=10)),
                ('words', models.CharField(blank=True, max_length=300)),
                ('message', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attempts', to='outbox.outgoingmessage')),
            ],
            options={
                'ordering': ('id',),
            },
        ),
    ]
