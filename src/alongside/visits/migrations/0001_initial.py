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
            name='Visit',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('seen', models.BooleanField(verbose_name='the child was seen')),
                ('seen_on', models.DateField(verbose_name='day of the visit')),
                ('seen_at', models.DateTimeField(blank=True, null=True, verbose_name='time of the visit')),
                ('alone', models.CharField(blank=True, choices=[('yes', 'Yes, alone'), ('trusted-adult', 'With an adult the child asked for'), ('no', 'No'), ('not-possible', 'It was not possible')], max_length=20, verbose_name='seen alone')),
                ('alone_why', models.TextField(blank=True, verbose_name='why not alone')),
                ('where', models.CharField(blank=True, choices=[('home', 'At home'), ('school', 'At school, college or nursery'), ('community', 'In the community'), ('hospital', 'In hospital, or at a clinic'), ('family', 'With wider family or friends'), ('office', 'At an office or family hub'), ('online', 'Online or by video'), ('elsewhere', 'Somewhere else')], max_length=20, verbose_name='where')),
                ('where_detail', models.CharField(blank=True, max_length=200, verbose_name='which place')),
                ('purpose', models.CharField(choices=[('referral', 'After a referral'), ('assessment', 'For an assessment'), ('child-in-need-plan', 'Under a child-in-need plan'), ('section-47', 'For a section 47 enquiry'), ('child-protection-plan', 'Under a child protection plan'), ('other', 'For another reason')], max_length=30)),
                ('bedroom', models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('not-at-home', 'The visit was not where the child sleeps')], max_length=20, verbose_name='place where the child sleeps seen')),
                ('said', models.TextField(blank=True, verbose_name='what the child said')),
                ('communication', models.JSONField(blank=True, default=list, verbose_name='how the child communicated')),
                ('observed', models.TextField(blank=True, verbose_name='what was observed')),
                ('others_there', models.TextField(blank=True, verbose_name='who else was there')),
                ('not_seen_why', models.TextField(blank=True, verbose_name='why the child was not seen')),
                ('what_next', models.TextField(blank=True, verbose_name='what happens next')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('practitioner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='visits', to=settings.AUTH_USER_MODEL, verbose_name='seen by')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['case', 'seen_on'], name='visit_by_case')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('not_seen_why', ''), ('seen', True), models.Q(('alone', ''), _negated=True), models.Q(('where', ''), _negated=True)), models.Q(('alone', ''), ('bedroom', ''), ('said', ''), ('seen', False), models.Q(('not_seen_why', ''), _negated=True)), _connector='OR'), name='visit_says_how_or_why_not', violation_error_message='Say whether the child was seen alone and where, or why the child was not seen.')],
            },
        ),
    ]
