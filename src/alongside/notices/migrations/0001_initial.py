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
            name='Notice',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('words', models.CharField(max_length=500)),
                ('link', models.CharField(blank=True, max_length=300)),
                ('made_at', models.DateTimeField()),
                ('seen_at', models.DateTimeField(blank=True, null=True)),
                ('child', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('seen_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='agencies.team')),
                ('to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='notices', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('seen_at', None)), fields=['to', 'made_at'], name='notice_to_one'), models.Index(condition=models.Q(('seen_at', None)), fields=['team', 'made_at'], name='notice_to_team')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('team__isnull', False), ('to', None)), models.Q(('team', None), ('to__isnull', False)), _connector='OR'), name='notice_is_to_one_or_to_a_team', violation_error_message='A notice goes to one practitioner or to one team.'), models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='notice_says_something'), models.CheckConstraint(condition=models.Q(models.Q(('seen_at', None), ('seen_by', None)), models.Q(('seen_at__isnull', False), ('seen_by__isnull', False)), _connector='OR'), name='notice_is_seen_by_somebody')],
            },
        ),
    ]
