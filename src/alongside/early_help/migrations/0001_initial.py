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
            name='EarlyHelpOffer',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('offered_on', models.DateField()),
                ('why', models.TextField(verbose_name='what the family might be helped with')),
                ('told', models.TextField(blank=True, verbose_name='what they were told is recorded and shared, and why')),
                ('agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.agency')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('offered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('offered_on', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('why', ''), _negated=True), name='early_help_offer_says_why', violation_error_message='Enter what the family might be helped with.')],
            },
        ),
        migrations.CreateModel(
            name='EarlyHelpRefusal',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('refused_on', models.DateField()),
                ('why', models.TextField(blank=True, verbose_name='why the family does not agree')),
                ('reassured', models.TextField(blank=True, verbose_name='what they were told')),
                ('other_ways', models.TextField(blank=True, verbose_name='other ways of helping')),
                ('without_help', models.TextField(verbose_name='what is likely to happen without help')),
                ('decision', models.CharField(max_length=30)),
                ('decision_label', models.CharField(max_length=150)),
                ('reasons', models.TextField()),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('refused_on', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('decision', ''), _negated=True), models.Q(('reasons', ''), _negated=True), models.Q(('without_help', ''), _negated=True)), name='early_help_refusal_is_judged_with_reasons', violation_error_message='Enter what is likely without help, what was decided, and the reasons.')],
            },
        ),
        migrations.CreateModel(
            name='FamilyTeamMeeting',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('met_on', models.DateField()),
                ('who', models.TextField(verbose_name='who was there')),
                ('child_and_family', models.TextField(blank=True, verbose_name='what the child and the family said')),
                ('discussed', models.TextField(blank=True)),
                ('agreed', models.TextField(blank=True)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('met_on', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('who', ''), _negated=True), name='family_team_meeting_says_who')],
            },
        ),
        migrations.CreateModel(
            name='FamilyTeamMember',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('name', models.CharField(max_length=150)),
                ('part', models.CharField(blank=True, max_length=200, verbose_name='what they do')),
                ('leads', models.BooleanField(default=False)),
                ('family_view', models.TextField(blank=True, verbose_name='what the family said about who leads')),
                ('from_on', models.DateField(verbose_name='from')),
                ('to_on', models.DateField(blank=True, null=True, verbose_name='to')),
                ('agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.agency')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('practitioner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.team')),
            ],
            options={
                'ordering': ('-leads', 'from_on', 'id'),
                'indexes': [models.Index(fields=['practitioner', 'to_on'], name='family_team_by_practitioner')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('leads', True), ('to_on', None)), fields=('case',), name='family_team_one_lead_at_a_time'), models.CheckConstraint(condition=models.Q(('leads', False), ('practitioner__isnull', False), _connector='OR'), name='family_team_lead_signs_in', violation_error_message='Only a practitioner with an account can lead.'), models.CheckConstraint(condition=models.Q(('to_on', None), ('to_on__gte', models.F('from_on')), _connector='OR'), name='family_team_part_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='family_team_member_is_named')],
            },
        ),
        migrations.CreateModel(
            name='OfferAnswer',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('part', models.CharField(choices=[('child', 'The child or young person'), ('parent', 'A parent or carer'), ('other', 'Someone else in the family')], max_length=10)),
                ('who', models.CharField(max_length=150)),
                ('answer', models.CharField(choices=[('yes', 'Yes, they agree'), ('in-part', 'They agree to some of it'), ('no', 'No, they do not agree'), ('not-asked', 'They have not been asked')], max_length=10, verbose_name='to the help')),
                ('words', models.TextField(blank=True, verbose_name='in their words')),
                ('may_share', models.CharField(choices=[('yes', 'Yes, they agree'), ('in-part', 'They agree to some of it'), ('no', 'No, they do not agree'), ('not-asked', 'They have not been asked')], max_length=10, verbose_name='to information being shared')),
                ('offer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='early_help.earlyhelpoffer')),
            ],
            options={
                'ordering': ('id',),
                'constraints': [models.CheckConstraint(condition=models.Q(('who', ''), _negated=True), name='offer_answer_says_whose', violation_error_message='Enter whose answer this is.')],
            },
        ),
        migrations.CreateModel(
            name='OfferSign',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('key', models.CharField(max_length=40)),
                ('label', models.CharField(max_length=200)),
                ('offer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signs', to='early_help.earlyhelpoffer')),
            ],
            options={
                'ordering': ('id',),
                'constraints': [models.UniqueConstraint(fields=('offer', 'key'), name='offer_sign_named_once')],
            },
        ),
        migrations.CreateModel(
            name='StepDown',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('stepped_on', models.DateField()),
                ('reasons', models.TextField()),
                ('family_agreed', models.CharField(choices=[('yes', 'Yes, they agree'), ('in-part', 'They agree to some of it'), ('no', 'No, they do not agree'), ('not-asked', 'They have not been asked')], max_length=10, verbose_name='the family agrees')),
                ('agreed_by', models.CharField(blank=True, max_length=200, verbose_name='who was asked')),
                ('agreement_words', models.TextField(blank=True, verbose_name='what they said')),
                ('family_view', models.TextField(blank=True, verbose_name='what the family said about who leads')),
                ('approved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('lead', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reasons', ''), _negated=True), name='step_down_says_why', violation_error_message='Enter why help under section 17 gives way to early help.')],
            },
        ),
        migrations.CreateModel(
            name='EarlyHelpAssessment',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('written_on', models.DateField()),
                ('complete', models.BooleanField(default=False, verbose_name='whether it is finished')),
                ('agreement', models.TextField(blank=True, verbose_name='the agreement of the child and parents')),
                ('practitioners', models.TextField(blank=True, verbose_name='the practitioners who contribute')),
                ('wishes', models.TextField(blank=True, verbose_name='wishes and feelings, and advocacy')),
                ('contexts', models.TextField(blank=True, verbose_name='age, family and contexts outside the family')),
                ('each_member', models.TextField(blank=True, verbose_name='the needs of each member of the family')),
                ('underlying', models.TextField(blank=True, verbose_name='presenting needs and what lies beneath')),
                ('facts', models.TextField(blank=True, verbose_name='facts, and strengths')),
                ('action', models.TextField(blank=True, verbose_name='action and services')),
                ('later_use', models.TextField(blank=True, verbose_name='for an assessment under section 17 or 47')),
                ('special_regard', models.TextField(blank=True, verbose_name='what needs special regard')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('recorded_at', 'id'),
                'indexes': [models.Index(fields=['case', 'recorded_at'], name='early_help_assessment_by_case')],
            },
        ),
        migrations.CreateModel(
            name='EarlyHelpEnding',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('ended_on', models.DateField()),
                ('outcome', models.CharField(choices=[('early-help-needs-met', 'What the family needed is done'), ('early-help-family-stopped', 'The family wants no more help'), ('early-help-other-services', 'Other services go on with the family'), ('early-help-moved', 'The family moved away'), ('early-help-eighteen', 'The young person reached eighteen'), ('early-help-died', 'The child died')], max_length=40)),
                ('reasons', models.TextField()),
                ('views', models.TextField(blank=True, verbose_name='what the child and the family say')),
                ('told', models.TextField(blank=True, verbose_name='who was told')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reasons', ''), _negated=True), name='early_help_ending_says_why', violation_error_message='Enter why early help ends.')],
            },
        ),
    ]
