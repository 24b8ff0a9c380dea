import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='ChangeEntry',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('team_id', models.UUIDField(null=True)),
                ('actor_kind', models.CharField(max_length=10)),
                ('actor_user_id', models.UUIDField(null=True)),
                ('actor_name', models.CharField(max_length=200)),
                ('request_id', models.CharField(max_length=64)),
                ('event', models.CharField(max_length=80)),
                ('subject_type', models.CharField(max_length=80)),
                ('subject_id', models.UUIDField(null=True)),
                ('person_id', models.UUIDField(null=True)),
                ('keys', models.JSONField(default=dict)),
            ],
            options={
                'indexes': [models.Index(fields=['team_id', 'person_id', '-at'], name='audit_change_person'), models.Index(fields=['subject_id', '-at'], name='audit_change_subject')],
            },
        ),
        migrations.CreateModel(
            name='ViewEntry',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('team_id', models.UUIDField(null=True)),
                ('actor_kind', models.CharField(max_length=10)),
                ('actor_user_id', models.UUIDField(null=True)),
                ('actor_name', models.CharField(max_length=200)),
                ('request_id', models.CharField(max_length=64)),
                ('page', models.CharField(max_length=80)),
                ('person_ids', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None)),
                ('reason', models.CharField(blank=True, max_length=200)),
                ('refused', models.BooleanField(default=False)),
            ],
            options={
                'indexes': [models.Index(fields=['team_id', '-at'], name='audit_view_recent'), django.contrib.postgres.indexes.GinIndex(fields=['person_ids'], name='audit_view_people')],
            },
        ),
    ]
