"""The addresses of the site with those of this app."""

from django.urls import include, path

from custrata.web.site.urls import urlpatterns as of_the_site

urlpatterns = [path("", include("custrata.web.data.site_urls")), *of_the_site]
