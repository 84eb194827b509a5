import alongside.keys
import alongside.people.folding
import alongside.people.telephones
import django.db.models.deletion
import django.utils.timezone
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
            name='Address',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('lines', models.TextField()),
                ('postcode', models.CharField(blank=True, max_length=8)),
                ('lines_key', alongside.people.folding.FoldedField(by=alongside.people.folding.fold, max_length=200, of='lines')),
                ('postcode_key', alongside.people.folding.FoldedField(by=alongside.people.folding.closed_up, max_length=8, of='postcode')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
            ],
            options={
                'indexes': [models.Index(fields=['lines_key'], name='address_by_lines_key'), models.Index(fields=['postcode_key'], name='address_by_postcode_key')],
            },
        ),
        migrations.CreateModel(
            name='Household',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('called', models.CharField(max_length=100)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
            ],
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('reference', models.CharField(max_length=20, unique=True)),
                ('called', models.CharField(max_length=150, verbose_name='name shown')),
                ('born_on', models.DateField(blank=True, null=True, verbose_name='date of birth')),
                ('birth_estimated', models.BooleanField(default=False, verbose_name='date of birth is an estimate')),
                ('expected_on', models.DateField(blank=True, null=True, verbose_name='expected date of birth')),
                ('died_on', models.DateField(blank=True, null=True, verbose_name='date of death')),
                ('sex', models.CharField(choices=[('F', 'Female'), ('M', 'Male'), ('U', 'Not recorded, or not known yet')], default='U', max_length=1)),
                ('gender', models.CharField(blank=True, max_length=50, verbose_name="gender, in the person's own words")),
                ('ethnicity', models.CharField(default='not-asked', max_length=20)),
                ('first_language', models.CharField(default='not-asked', max_length=50)),
                ('interpreter', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown'), ('not-asked', 'Not asked'), ('declined', 'Declined to say')], default='not-asked', max_length=10, verbose_name='needs an interpreter')),
                ('religion', models.CharField(default='not-asked', max_length=50)),
                ('disabled', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown'), ('not-asked', 'Not asked'), ('declined', 'Declined to say')], default='not-asked', max_length=10)),
                ('communication_needs', models.TextField(blank=True)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='people', to='agencies.area')),
            ],
            options={
                'ordering': ('called', 'id'),
                'indexes': [models.Index(fields=['area', 'called'], name='person_by_name'), models.Index(fields=['area', 'born_on'], name='person_by_birth'), models.Index(condition=models.Q(('expected_on__isnull', False)), fields=['area', 'expected_on'], name='person_by_expected_birth')],
                'constraints': [models.CheckConstraint(condition=models.Q(('born_on', None), ('expected_on', None), _connector='OR'), name='person_born_or_expected', violation_error_message='Give a date of birth or an expected date of birth, not both.'), models.CheckConstraint(condition=models.Q(('died_on', None), ('born_on', None), ('died_on__gte', models.F('born_on')), _connector='OR'), name='person_dies_after_birth', violation_error_message='The date of death is before the date of birth.'), models.CheckConstraint(condition=models.Q(('called', ''), _negated=True), name='person_is_called_something', violation_error_message='Enter a name, or words such as “Baby Okoye (not yet named)”.')],
            },
        ),
        migrations.CreateModel(
            name='Name',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('legal', 'Legal name'), ('known-as', 'Known as'), ('birth', 'Name at birth'), ('former', 'Former name'), ('alias', 'Alias')], default='legal', max_length=10)),
                ('given', models.CharField(blank=True, max_length=100)),
                ('family', models.CharField(blank=True, max_length=100)),
                ('from_on', models.DateField(blank=True, null=True, verbose_name='from')),
                ('to_on', models.DateField(blank=True, null=True, verbose_name='to')),
                ('given_key', alongside.people.folding.FoldedField(by=alongside.people.folding.fold, max_length=200, of='given')),
                ('given_last', alongside.people.folding.FoldedField(by=alongside.people.folding.last_word, max_length=200, of='given')),
                ('family_key', alongside.people.folding.FoldedField(by=alongside.people.folding.fold, max_length=200, of='family')),
                ('family_last', alongside.people.folding.FoldedField(by=alongside.people.folding.last_word, max_length=200, of='family')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='names', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['family', 'given'], name='name_by_family'), models.Index(fields=['family_key', 'given_key'], name='name_by_family_key'), models.Index(fields=['given_key', 'family_key'], name='name_by_given_key'), models.Index(fields=['family_last'], name='name_by_family_last'), models.Index(fields=['given_last'], name='name_by_given_last')],
                'constraints': [models.CheckConstraint(condition=models.Q(('family', ''), ('given', ''), _negated=True), name='name_is_not_empty'), models.CheckConstraint(condition=models.Q(('to_on', None), ('from_on', None), ('to_on__gte', models.F('from_on')), _connector='OR'), name='name_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='Identifier',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('scheme', models.CharField(choices=[('la-child-id', 'Local authority child identifier'), ('upn', 'Unique pupil number'), ('former-upn', 'Former unique pupil number'), ('upn-unknown', 'Reason there is no unique pupil number'), ('nhs-number', 'NHS number'), ('uln', 'Unique learner number')], max_length=20)),
                ('value', models.CharField(max_length=30)),
                ('source', models.CharField(blank=True, max_length=100)),
                ('from_on', models.DateField(blank=True, null=True, verbose_name='from')),
                ('to_on', models.DateField(blank=True, null=True, verbose_name='to')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='identifiers', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['scheme', 'value'], name='identifier_by_value')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('scheme', 'la-child-id')), fields=('area', 'value'), name='la_child_id_is_one_childs'), models.UniqueConstraint(fields=('person', 'scheme', 'value'), name='identifier_recorded_once'), models.CheckConstraint(condition=models.Q(('value', ''), _negated=True), name='identifier_has_a_value')],
            },
        ),
        migrations.CreateModel(
            name='HouseholdMember',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('from_on', models.DateField(blank=True, null=True, verbose_name='from')),
                ('to_on', models.DateField(blank=True, null=True, verbose_name='to')),
                ('household', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='people.household')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='households', to='people.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('to_on', None)), fields=('household', 'person'), name='household_member_once')],
            },
        ),
        migrations.CreateModel(
            name='Disability',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=5)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='disabilities', to='people.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'code'), name='disability_recorded_once')],
            },
        ),
        migrations.CreateModel(
            name='ContactDetail',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('mobile', 'Mobile'), ('home', 'Telephone at home'), ('work', 'Telephone at work'), ('other', 'Another telephone'), ('email', 'E-mail')], max_length=10)),
                ('value', models.CharField(max_length=100, verbose_name='number or address')),
                ('value_key', alongside.people.folding.FoldedField(by=alongside.people.telephones.contact_key, max_length=100, of='value')),
                ('safe', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('not-known', 'Not known')], max_length=10, verbose_name='safe to use')),
                ('note', models.TextField(blank=True, verbose_name='what must be known before it is used')),
                ('protected', models.BooleanField(default=False)),
                ('from_on', models.DateField(blank=True, null=True, verbose_name='from')),
                ('to_on', models.DateField(blank=True, null=True, verbose_name='to')),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contact_details', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['value_key'], name='contact_detail_by_value_key')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('to_on', None)), fields=('person', 'value_key'), name='contact_detail_recorded_once'), models.CheckConstraint(condition=models.Q(('value', ''), _negated=True), name='contact_detail_has_a_value'), models.CheckConstraint(condition=models.Q(('to_on', None), ('from_on', None), ('to_on__gte', models.F('from_on')), _connector='OR'), name='contact_detail_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='Danger',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('words', models.CharField(max_length=300)),
                ('from_on', models.DateField(verbose_name='from')),
                ('to_on', models.DateField(blank=True, null=True, verbose_name='to')),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dangers', to='people.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='danger_says_something')],
            },
        ),
        migrations.CreateModel(
            name='Relationship',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('mother', 'Mother'), ('father', 'Father'), ('parent', 'Parent'), ('step-parent', 'Step-parent'), ('sibling', 'Brother or sister'), ('grandparent', 'Grandparent'), ('aunt-or-uncle', 'Aunt or uncle'), ('cousin', 'Cousin'), ('carer', 'Carer'), ('partner', 'Partner of a parent'), ('couple', 'Husband, wife or partner'), ('friend', 'Friend or peer'), ('other', 'Other')], max_length=20)),
                ('parental_responsibility', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Unknown'), ('not-asked', 'Not asked'), ('declined', 'Declined to say')], default='not-asked', max_length=10)),
                ('from_on', models.DateField(blank=True, null=True, verbose_name='from')),
                ('to_on', models.DateField(blank=True, null=True, verbose_name='to')),
                ('taken_back_because', models.TextField(blank=True, verbose_name='why it was taken back')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='related_to', to='people.person')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='relationships', to='people.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('taken_back_because', ''), ('to_on__isnull', False), _connector='OR'), name='relationship_taken_back_is_over'), models.CheckConstraint(condition=models.Q(('person', models.F('other')), _negated=True), name='relationship_is_between_two', violation_error_message='A person cannot be their own relation. Choose someone else.'), models.UniqueConstraint(condition=models.Q(('to_on', None)), fields=('person', 'other', 'kind'), name='relationship_recorded_once')],
            },
        ),
        migrations.CreateModel(
            name='Residence',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('no_fixed_address', models.BooleanField(default=False)),
                ('protected', models.BooleanField(default=False)),
                ('protected_from', models.TextField(blank=True, verbose_name='who must not be told, and why')),
                ('from_on', models.DateField(blank=True, null=True, verbose_name='from')),
                ('to_on', models.DateField(blank=True, null=True, verbose_name='to')),
                ('address', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='people.address')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='residences', to='people.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('address__isnull', False), ('no_fixed_address', False)), models.Q(('address', None), ('no_fixed_address', True)), _connector='OR'), name='residence_is_somewhere_or_nowhere', violation_error_message='Give an address, or say that there is no fixed address.'), models.CheckConstraint(condition=models.Q(('to_on', None), ('from_on', None), ('to_on__gte', models.F('from_on')), _connector='OR'), name='residence_ends_after_it_begins')],
            },
        ),
    ]
