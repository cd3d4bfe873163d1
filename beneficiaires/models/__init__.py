from .beneficiaire import Beneficiaire
from .documents import Document
from .situations import Referent, Situation

__all__ = ["Beneficiaire", "Document", "Referent", "Situation"]
