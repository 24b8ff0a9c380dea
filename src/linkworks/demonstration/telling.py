"""Writing each case down: every family of records adds its part."""

from collections.abc import Sequence
from dataclasses import dataclass

from linkworks.demonstration.narrating import Narrator
from linkworks.demonstration.post import Post
from linkworks.demonstration.present import Present
from linkworks.demonstration.registering import Registrar
from linkworks.demonstration.specials import before_writing, write_specials
from linkworks.demonstration.spells import Spell
from linkworks.demonstration.world import World
from linkworks.demonstration.writing.course import write_course
from linkworks.demonstration.writing.ending import Ending, how_it_goes
from linkworks.demonstration.writing.ladder import Ladder
from linkworks.demonstration.writing.matters import write_matters
from linkworks.demonstration.writing.notes import write_notes
from linkworks.demonstration.writing.onward import Onward
from linkworks.demonstration.writing.options import Options
from linkworks.demonstration.writing.plan import write_plan
from linkworks.demonstration.writing.readings import write_readings


@dataclass(slots=True)
class Teller:
    world: World
    post: Post
    registrar: Registrar

    def tell(self, spells: Sequence[Spell]) -> None:
        present = Present(self.world, self.post, self.registrar)
        onward = Onward(self.world, self.post, self.registrar)
        options = Options(self.world, onward, Ladder(self.world, onward))
        ending = Ending(self.world, self.post)
        narrator = Narrator(self.world)
        before_writing(self.world, spells)
        present.fill_the_day(spells)
        for spell in spells:
            how = how_it_goes(spell)
            narrator.narrate(spell)
            write_course(self.world, spell, self.world.crew.coordinator)
            agreed = write_plan(self.world, spell, how)
            options.write(spell, agreed, how)
            write_matters(self.world, spell)
            write_readings(self.world, spell, how)
            ending.write(spell, how)
            present.plan_ahead(spell)
        present.leave_undone(spells)
        write_specials(self.world, spells)
        for spell in spells:
            write_notes(self.world, spell)
