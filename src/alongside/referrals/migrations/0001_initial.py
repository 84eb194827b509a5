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
            name='Referral',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('submission', models.UUIDField(default=alongside.keys.new_key)),
                ('received_on', models.DateField()),
                ('received_at', models.DateTimeField(blank=True, null=True)),
                ('referrer_kind', models.CharField(choices=[('practitioner', 'A practitioner'), ('family', 'The child or someone in the family'), ('public', 'A member of the public'), ('anonymous', 'Someone who did not give a name')], max_length=20)),
                ('referrer_name', models.CharField(blank=True, max_length=100)),
                ('referrer_relation', models.CharField(blank=True, max_length=100, verbose_name='role, or relation to the child')),
                ('referrer_contact', models.CharField(blank=True, max_length=200)),
                ('referrer_email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail address of a referrer without an account')),
                ('email_proven_at', models.DateTimeField(blank=True, null=True, verbose_name='when that address was confirmed by a link')),
                ('source_code', models.CharField(blank=True, max_length=3, verbose_name='census code of the source')),
                ('immediate_danger', models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Not known')], max_length=10)),
                ('whereabouts', models.CharField(blank=True, max_length=200, verbose_name='where the child is now')),
                ('family_asked', models.CharField(blank=True, choices=[('agreed', 'Asked, and they agreed'), ('refused', 'Asked, and they did not agree'), ('not-asked', 'Not asked')], max_length=10)),
                ('not_asked_because', models.TextField(blank=True)),
                ('development', models.TextField(blank=True, verbose_name="the child's development and needs")),
                ('capacity', models.TextField(blank=True, verbose_name='how parents, carers and the family network meet them')),
                ('outside_factors', models.TextField(blank=True, verbose_name='what outside the family affects the child')),
                ('communication', models.CharField(blank=True, max_length=200, verbose_name='language and communication')),
                ('known_services', models.TextField(blank=True, verbose_name='school, health and other services')),
                ('early_help_assessment', models.TextField(blank=True)),
                ('decided', models.BooleanField(default=False, editable=False, verbose_name='whether a decision has been recorded')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('referrer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='referrals_made', to=settings.AUTH_USER_MODEL)),
                ('referrer_agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='referrals_made', to='agencies.agency')),
            ],
            options={
                'ordering': ('received_on', 'id'),
                'indexes': [models.Index(condition=models.Q(('decided', False)), fields=['area', 'received_on'], name='referral_waiting'), models.Index(fields=['area', 'received_on'], name='referral_by_area'), models.Index(fields=['submission'], name='referral_by_submission')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('family_asked', 'not-asked'), _negated=True), models.Q(('not_asked_because', ''), _negated=True), _connector='OR'), name='referral_says_why_family_not_asked', violation_error_message='Say why the family was not asked.'), models.CheckConstraint(condition=models.Q(models.Q(('referrer_kind', 'practitioner'), _negated=True), models.Q(('referrer_name', ''), _negated=True), _connector='OR'), name='referral_names_its_practitioner', violation_error_message='Enter the name of the practitioner who made the referral.')],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('decided_on', models.DateField()),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('outcome', models.CharField(max_length=30)),
                ('reasons', models.TextField(blank=True)),
                ('threshold', models.CharField(blank=True, max_length=200, verbose_name='where the threshold document says so')),
                ('services_needed', models.TextField(blank=True)),
                ('see_child_by', models.CharField(blank=True, max_length=200, verbose_name='when the child should be seen')),
                ('to_tell_referrer', models.TextField(blank=True, verbose_name='what the referrer is to be told')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('referral', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='decision', to='referrals.referral')),
            ],
            options={
                'indexes': [models.Index(fields=['area', 'decided_on'], name='decision_by_area')],
                'constraints': [models.CheckConstraint(condition=models.Q(('outcome', ''), _negated=True), name='decision_has_an_outcome')],
            },
        ),
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=150)),
                ('size', models.PositiveIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('content', models.BinaryField()),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='referrals.referral')),
            ],
        ),
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('fact', 'What was seen or is known'), ('concern', 'What the referrer is worried about'), ('reported', 'What someone else said')], max_length=10)),
                ('words', models.TextField()),
                ('said_by', models.CharField(max_length=150)),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='referrals.referral')),
            ],
            options={
                'ordering': ('id',),
                'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='statement_says_something'), models.CheckConstraint(condition=models.Q(('said_by', ''), _negated=True), name='statement_says_who')],
            },
        ),
    ]
