"""Accepting, allocating, handing over, covering."""

from linkworks.foundation.audit.registry import declare

declare("case.opened", "Case opened", "support_level", "worker")
declare("case.allocated", "Case given to a link worker", "worker", "former", "handover")
declare("caseload.handed_over", "Caseload handed over", "from_worker", "cases", "kept_back")
declare("caseload.taken_back", "Handover taken back", "cases", "left")
declare("cover.arranged", "Cover arranged", "away", "covered_by")
declare("cover.ended", "Cover ended early", "away", "covered_by")
