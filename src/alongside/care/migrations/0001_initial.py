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
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ReturnHome',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('decided_on', models.DateField(verbose_name='day of the decision, or of an unplanned return')),
                ('way', models.CharField(max_length=30, verbose_name='how the child comes home')),
                ('reasons', models.TextField()),
                ('immediate_concern', models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No')], max_length=10, verbose_name='concern for immediate safety')),
                ('assessment', models.TextField(blank=True, verbose_name='assessment made while looked after')),
                ('seen_alone', models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('not-possible', 'It was not possible')], max_length=20)),
                ('wishes', models.TextField(blank=True, verbose_name='what the child wants')),
                ('support_and_contact', models.TextField(blank=True)),
                ('timeline', models.TextField(blank=True, verbose_name='decisions, and when')),
                ('monitoring', models.TextField(blank=True, verbose_name='how the effect is watched')),
                ('family_group', models.TextField(blank=True, verbose_name='family group decision-making')),
                ('approved_by', models.CharField(blank=True, max_length=150, verbose_name='nominated officer who approved')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('led_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reasons', ''), _negated=True), name='return_home_gives_reasons', violation_error_message='Enter the reasons.'), models.CheckConstraint(condition=models.Q(models.Q(('way', 'unplanned'), _negated=True), models.Q(('immediate_concern', ''), _negated=True), _connector='OR'), name='unplanned_return_looks_at_safety', violation_error_message="Say whether there is concern for the child's immediate safety.")],
            },
        ),
        migrations.CreateModel(
            name='LookedAfterEnding',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('ceased_on', models.DateField(verbose_name='the day on which the child stopped being looked after')),
                ('how', models.CharField(choices=[('home-planned', 'Came home as planned'), ('home-unplanned', 'Came home without a plan'), ('other-family', 'Lives with relatives or friends under an order'), ('adopted', 'Was adopted'), ('order-ended', 'The order ended'), ('eighteen', 'Turned 18'), ('died', 'Died'), ('other', 'Another way')], max_length=20)),
                ('reasons', models.TextField()),
                ('approved_by', models.CharField(blank=True, max_length=150, verbose_name='nominated officer who approved')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reasons', ''), _negated=True), name='looked_after_ending_gives_reasons', violation_error_message='Enter the reasons.')],
            },
        ),
        migrations.CreateModel(
            name='LookedAfter',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('began_on', models.DateField(verbose_name='the day on which the child became looked after')),
                ('status', models.CharField(max_length=30, verbose_name='on what footing, at first')),
                ('status_now', models.CharField(max_length=30, verbose_name='on what footing')),
                ('reasons', models.TextField()),
                ('reviewing_officer', models.CharField(blank=True, max_length=150, verbose_name='independent reviewing officer')),
                ('next_review_on', models.DateField(blank=True, null=True, verbose_name='next review as a looked-after child')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ending', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='looked_after', to='care.lookedafterending')),
            ],
            options={
                'verbose_name_plural': 'times of being looked after',
                'ordering': ('began_on', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('reasons', ''), _negated=True), name='looked_after_gives_reasons', violation_error_message='Enter why the child is looked after.'), models.UniqueConstraint(condition=models.Q(('ending', None)), fields=('case',), name='looked_after_once_at_a_time', violation_error_message='It is recorded already that this child is looked after.')],
            },
        ),
        migrations.CreateModel(
            name='TwoPlansConsidered',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('considered_on', models.DateField()),
                ('decided', models.CharField(choices=[('both', 'Both go on for now'), ('bring-forward', 'The review conference is brought forward, to decide whether the plan goes on'), ('at-next-review', 'The next review conference decides whether the plan goes on')], max_length=20)),
                ('reasons', models.TextField()),
                ('plan_review_on', models.DateField(blank=True, null=True, verbose_name='the plan’s next review')),
                ('care_review_on', models.DateField(blank=True, null=True, verbose_name='the next review as a looked-after child')),
                ('views', models.TextField(blank=True, verbose_name='what the child and the family say')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'two plans considered',
                'ordering': ('considered_on', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('reasons', ''), _negated=True), name='two_plans_considered_gives_reasons', violation_error_message='Enter the reasons.')],
            },
        ),
        migrations.CreateModel(
            name='CareStatusChange',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('changed_on', models.DateField(verbose_name='the day of the change')),
                ('status', models.CharField(max_length=30, verbose_name='on what footing')),
                ('reasons', models.TextField()),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agencies.area')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='cases.case')),
                ('entry', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='chronology.entry')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('looked_after', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='care.lookedafter')),
            ],
            options={
                'ordering': ('changed_on', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('reasons', ''), _negated=True), name='care_status_change_gives_reasons', violation_error_message='Enter the reasons.')],
            },
        ),
    ]
