from .partenaires import Partenaire

__all__ = ["Partenaire"]
