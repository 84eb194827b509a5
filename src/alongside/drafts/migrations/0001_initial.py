import alongside.keys
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('agencies', '0001_initial'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.UUIDField(default=alongside.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ('address', models.CharField(max_length=500, verbose_name='the address of the page')),
                ('title', models.TextField(verbose_name='what the page is called, encrypted')),
                ('sealed', models.BinaryField(verbose_name='the fields, encrypted')),
                ('saved_at', models.DateTimeField()),
                ('child', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('practitioner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('practitioner', 'address'), name='one_draft_for_each_page')],
            },
        ),
    ]
