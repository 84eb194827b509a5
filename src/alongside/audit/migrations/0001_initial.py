from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Head',
            fields=[
                ('pk', models.CompositePrimaryKey('area', 'lane', blank=True, editable=False, primary_key=True, serialize=False)),
                ('area', models.UUIDField()),
                ('lane', models.SmallIntegerField()),
                ('number', models.BigIntegerField()),
                ('hash', models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name='Row',
            fields=[
                ('pk', models.CompositePrimaryKey('area', 'lane', 'number', blank=True, editable=False, primary_key=True, serialize=False)),
                ('area', models.UUIDField()),
                ('lane', models.SmallIntegerField()),
                ('number', models.BigIntegerField()),
                ('at', models.DateTimeField()),
                ('action', models.CharField(max_length=20)),
                ('actor', models.UUIDField(null=True)),
                ('actor_kind', models.CharField(max_length=20)),
                ('about', models.UUIDField(null=True)),
                ('about_kind', models.CharField(max_length=30)),
                ('page', models.CharField(max_length=100)),
                ('ground', models.TextField()),
                ('details', models.TextField()),
                ('previous', models.CharField(max_length=64)),
                ('hash', models.CharField(max_length=64)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('about__isnull', False)), fields=['about', 'at'], name='audit_who_opened'), models.Index(condition=models.Q(('actor__isnull', False)), fields=['actor', 'at'], name='audit_by_actor')],
            },
        ),
    ]
