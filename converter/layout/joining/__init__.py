"""Where a line goes on in the next."""

from converter.layout.joining.hard_wrapping import ends_by_chance
from converter.layout.joining.pair import Pair
from converter.layout.joining.rules import continues, rules_for
from converter.layout.joining.typesetting import Typesetting, read_typesetting

__all__ = ["Pair", "Typesetting", "continues", "ends_by_chance", "read_typesetting", "rules_for"]
