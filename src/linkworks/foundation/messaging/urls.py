from django.urls import path

from linkworks.foundation.messaging import views

app_name = "messaging"
urlpatterns = [
    path("messages", views.stuck, name="stuck"),
    path("messages/<uuid:message_id>/retry", views.try_message_again, name="retry_message"),
    path("messages/jobs/<int:job_id>/retry", views.try_job_again, name="retry_job"),
]
