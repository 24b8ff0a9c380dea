from linkworks.domain.directory.choices import Kind
from linkworks.domain.directory.models.base import DirectoryRecord
from linkworks.domain.directory.models.checks import EntryCheck, FreshnessSettings
from linkworks.domain.directory.models.collections import Collection, CollectionItem
from linkworks.domain.directory.models.edits import LocalEdit, ServiceNote
from linkworks.domain.directory.models.findable import Findable, Unread
from linkworks.domain.directory.models.importing import DirectoryImport, DirectoryImportRow
from linkworks.domain.directory.models.organization import Organization
from linkworks.domain.directory.models.place import Location, OpeningTime, ServiceAtLocation
from linkworks.domain.directory.models.service import Service
from linkworks.domain.directory.models.source import Source
from linkworks.domain.directory.models.taxonomy import Taxonomy, TaxonomyTerm
from linkworks.domain.directory.models.tellings import EntryAsk, ProposedValue, ToldChange
from linkworks.domain.directory.models.whereabouts import Whereabouts
from linkworks.domain.directory.models.words import KnownWord

MODELS: dict[Kind, type[DirectoryRecord]] = {
    model.kind: model for model in (Taxonomy, TaxonomyTerm, Organization, Service, Location, ServiceAtLocation)
}

__all__ = [
    "MODELS",
    "Collection",
    "CollectionItem",
    "DirectoryImport",
    "DirectoryImportRow",
    "DirectoryRecord",
    "EntryAsk",
    "EntryCheck",
    "Findable",
    "FreshnessSettings",
    "KnownWord",
    "LocalEdit",
    "Location",
    "OpeningTime",
    "Organization",
    "ProposedValue",
    "Service",
    "ServiceAtLocation",
    "ServiceNote",
    "Source",
    "Taxonomy",
    "TaxonomyTerm",
    "ToldChange",
    "Unread",
    "Whereabouts",
]
