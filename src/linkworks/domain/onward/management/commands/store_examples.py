from typing import Any

from django.core.management import BaseCommand, CommandError

from linkworks.domain.onward.matching.meaning import model
from linkworks.domain.onward.matching.reading.examples import examples


class Command(BaseCommand):
    help = "Store what the language model makes of the example sentences, so that no start has to read them again."

    def handle(self, *args: Any, **options: Any) -> None:
        encoder = model.encoder()
        if encoder is None:
            raise CommandError(model.MISSING)
        from linkworks.domain.onward.matching.meaning import stored

        stored.store([one.sentence for one in examples()], encoder)
        self.stdout.write(f"{len(examples())} example sentences stored: {stored.FILE}")
