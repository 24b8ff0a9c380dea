import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='OutboxMessage',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('channel', models.CharField(choices=[('email', 'E-mail'), ('text', 'Text message'), ('letter', 'Letter')], max_length=10)),
                ('status', models.CharField(choices=[('waiting', 'Waiting to be sent'), ('sent', 'Sent'), ('failed', 'Could not be sent'), ('cancelled', 'Cancelled before it was sent')], default='waiting', max_length=10)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('last_problem', models.CharField(blank=True, max_length=200)),
                ('not_before', models.DateTimeField(blank=True, null=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('team', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.team')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('status', 'waiting')), fields=['team', 'not_before'], name='messaging_waiting'), models.Index(condition=models.Q(('status', 'failed')), fields=['team', 'updated_at'], name='messaging_failed')],
            },
        ),
        migrations.CreateModel(
            name='MessageContent',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recipient', models.CharField(max_length=320)),
                ('subject', models.CharField(blank=True, max_length=200)),
                ('body', models.TextField()),
                ('attachment', models.BinaryField(null=True)),
                ('attachment_name', models.CharField(blank=True, max_length=120)),
                ('about_person_id', models.UUIDField(db_index=True, null=True)),
                ('team', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.team')),
                ('message', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='content', to='messaging.outboxmessage')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
