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
            name='InformationRequest',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('addressed_to', models.CharField(max_length=200, verbose_name='the person or body asked')),
                ('information', models.TextField(blank=True, verbose_name='exactly which information')),
                ('purpose', models.TextField(blank=True, verbose_name='which safeguarding function it helps')),
                ('destination', models.CharField(blank=True, max_length=200, verbose_name='to whom it is to be given')),
                ('lawful_basis', models.TextField(blank=True)),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='answer asked for by')),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('agency', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='formal_requests', to='agencies.agency')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='information_requests', to='agencies.area')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('requested_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.agency')),
            ],
            options={
                'ordering': ('-recorded_at',),
            },
        ),
        migrations.CreateModel(
            name='RequestStep',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('drafted', 'Drafted'), ('issued', 'Issued'), ('acknowledged', 'Acknowledged'), ('complied', 'The information was given'), ('refused', 'Refused'), ('legal-action', 'Taken to court'), ('withdrawn', 'Withdrawn'), ('closed', 'Closed')], max_length=20)),
                ('on', models.DateField()),
                ('words', models.TextField(blank=True)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='sharing.informationrequest')),
            ],
            options={
                'ordering': ('recorded_at', 'id'),
            },
        ),
        migrations.CreateModel(
            name='SharingAgreement',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=150)),
                ('purpose', models.CharField(choices=[('protect', 'Protecting the child from harm'), ('help', 'Helping the child and family'), ('assess', 'Assessing what the child needs'), ('plan', 'Making or reviewing a plan'), ('crime', 'Preventing or looking into a crime against a child')], max_length=20)),
                ('information', models.JSONField(default=list, verbose_name='kinds of information')),
                ('from_on', models.DateField(verbose_name='from')),
                ('to_on', models.DateField(blank=True, null=True, verbose_name='to')),
                ('review_on', models.DateField(blank=True, null=True, verbose_name='reviewed by')),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('ended_because', models.CharField(blank=True, max_length=200)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sharing_agreements', to='agencies.area')),
                ('parties', models.ManyToManyField(related_name='sharing_agreements', to='agencies.agency')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('name',),
                'constraints': [models.UniqueConstraint(fields=('area', 'name'), name='agreement_named_once', violation_error_message='There is an agreement of that name. Give this one another.'), models.CheckConstraint(condition=models.Q(('to_on', None), ('to_on__gte', models.F('from_on')), _connector='OR'), name='agreement_ends_after_it_begins', violation_error_message='The agreement ends before it begins. Change one of the days.'), models.CheckConstraint(condition=models.Q(('ended_on', None), models.Q(('ended_because', ''), _negated=True), _connector='OR'), name='agreement_says_why_it_ended', violation_error_message='Say why the agreement ends.')],
            },
        ),
        migrations.CreateModel(
            name='SharingDecision',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('decided_on', models.DateField()),
                ('outcome', models.CharField(choices=[('share', 'Share it'), ('share-part', 'Share part of it'), ('do-not-share', 'Do not share it')], max_length=20)),
                ('recipient_name', models.CharField(blank=True, max_length=150, verbose_name='who exactly, or who else')),
                ('recipient_function', models.CharField(blank=True, max_length=200, verbose_name='which of their tasks it helps')),
                ('what', models.CharField(max_length=200, verbose_name='what it is, in a few words')),
                ('about_others', models.CharField(blank=True, max_length=200, verbose_name='who else it is about')),
                ('relevance', models.TextField(blank=True, verbose_name='why it matters for the child')),
                ('basis', models.CharField(blank=True, choices=[('public-task', 'Public task'), ('legal-obligation', 'Legal obligation'), ('vital-interests', "Vital interests: someone's life is at risk"), ('legitimate-interests', 'Legitimate interests'), ('consent', 'Consent')], max_length=30, verbose_name='lawful basis')),
                ('condition', models.CharField(blank=True, choices=[('none-needed', 'It holds no special category information'), ('safeguarding', 'Safeguarding of children and of individuals at risk'), ('care', 'Health or social care'), ('vital-interests', 'Vital interests, where nobody can consent'), ('explicit-consent', 'Explicit consent')], max_length=30)),
                ('consent_from', models.CharField(blank=True, max_length=150, verbose_name='who consented')),
                ('consent_on', models.DateField(blank=True, null=True)),
                ('would_harm', models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No')], max_length=5)),
                ('reasons', models.TextField()),
                ('family_told', models.CharField(blank=True, choices=[('told', 'They have been told'), ('will-be', 'They will be told'), ('not-told', 'They are not told')], max_length=10)),
                ('not_told_because', models.TextField(blank=True)),
                ('purpose', models.CharField(blank=True, choices=[('protect', 'Protecting the child from harm'), ('help', 'Helping the child and family'), ('assess', 'Assessing what the child needs'), ('plan', 'Making or reviewing a plan'), ('crime', 'Preventing or looking into a crime against a child')], max_length=20)),
                ('expires_on', models.DateField(blank=True, null=True, verbose_name='may be read until')),
                ('agreement', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='sharing.sharingagreement')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sharing_decisions', to='agencies.agency')),
                ('recipient', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='information_received', to='agencies.agency')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-decided_on', '-id'),
                'indexes': [models.Index(fields=['recipient', 'decided_on'], name='sharing_by_recipient')],
                'constraints': [models.CheckConstraint(condition=models.Q(('reasons', ''), _negated=True), name='sharing_gives_reasons'), models.CheckConstraint(condition=models.Q(models.Q(('family_told', 'not-told'), _negated=True), models.Q(('not_told_because', ''), _negated=True), _connector='OR'), name='sharing_says_why_family_not_told', violation_error_message='Say why the family is not told.'), models.CheckConstraint(condition=models.Q(('outcome', 'do-not-share'), ('recipient__isnull', False), models.Q(('recipient_name', ''), _negated=True), _connector='OR'), name='sharing_names_a_recipient', violation_error_message='Say whom it is shared with.'), models.CheckConstraint(condition=models.Q(('outcome', 'do-not-share'), models.Q(('basis', ''), _negated=True), _connector='OR'), name='sharing_has_a_lawful_basis', violation_error_message='Select the lawful basis for sharing.'), models.CheckConstraint(condition=models.Q(('outcome', 'do-not-share'), models.Q(('purpose', ''), _negated=True), _connector='OR'), name='sharing_has_a_purpose', violation_error_message='Select what it may be used for.'), models.CheckConstraint(condition=models.Q(('basis', 'consent'), models.Q(('consent_from', ''), ('consent_on', None)), _connector='OR'), name='consent_only_where_it_is_the_basis', violation_error_message='Consent is recorded only where it is the lawful basis.')],
            },
        ),
        migrations.CreateModel(
            name='SharedItem',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('fact', 'Fact: what was seen or is known'), ('opinion', 'Opinion: what a practitioner thinks'), ('reported', 'Reported: what somebody else said')], max_length=10)),
                ('words', models.TextField()),
                ('said_by', models.CharField(blank=True, max_length=150)),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='sharing.sharingdecision')),
            ],
            options={
                'ordering': ('id',),
                'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='shared_item_says_something'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'reported'), _negated=True), models.Q(('said_by', ''), _negated=True), _connector='OR'), name='shared_report_says_who_reported', violation_error_message='Say who reported it.')],
            },
        ),
        migrations.CreateModel(
            name='SharingRecall',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('recalled_on', models.DateField()),
                ('why', models.CharField(choices=[('wrong', 'It was wrong'), ('wrong-recipient', 'It went to the wrong recipient'), ('consent-withdrawn', 'Consent was withdrawn, and it was the basis'), ('no-longer-needed', 'It is no longer needed')], max_length=20)),
                ('words', models.TextField(blank=True)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('decision', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='recall', to='sharing.sharingdecision')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SharingRequest',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('asked_on', models.DateField()),
                ('what', models.TextField(verbose_name='what is asked for')),
                ('why', models.TextField(verbose_name='what it is needed for')),
                ('purpose', models.CharField(choices=[('protect', 'Protecting the child from harm'), ('help', 'Helping the child and family'), ('assess', 'Assessing what the child needs'), ('plan', 'Making or reviewing a plan'), ('crime', 'Preventing or looking into a crime against a child')], max_length=20)),
                ('by_when', models.DateField(blank=True, null=True)),
                ('withdrawn_on', models.DateField(blank=True, null=True)),
                ('withdrawn_because', models.CharField(blank=True, max_length=200)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('asked_agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='information_asked_of', to='agencies.agency')),
                ('asking_agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='information_asked_for', to='agencies.agency')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('asked_on', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('asking_agency', models.F('asked_agency')), _negated=True), name='sharing_request_is_to_another_agency', violation_error_message='An agency cannot ask itself. Choose another agency.'), models.CheckConstraint(condition=models.Q(('withdrawn_on', None), models.Q(('withdrawn_because', ''), _negated=True), _connector='OR'), name='sharing_request_says_why_withdrawn', violation_error_message='Say why the request is withdrawn.')],
            },
        ),
        migrations.AddField(
            model_name='sharingdecision',
            name='request',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='sharing.sharingrequest'),
        ),
    ]
