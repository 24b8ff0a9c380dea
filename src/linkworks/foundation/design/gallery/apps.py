from django.apps import AppConfig


class GalleryConfig(AppConfig):
    name = "linkworks.foundation.design.gallery"
    label = "gallery"
