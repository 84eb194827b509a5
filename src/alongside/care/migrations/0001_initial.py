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
    ]
