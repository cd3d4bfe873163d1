from .accords import AccordEnvoi
from .beneficiaire import Beneficiaire
from .documents import Document
from .proches import Proche
from .situations import Referent, Situation

__all__ = ["AccordEnvoi", "Beneficiaire", "Document", "Proche", "Referent", "Situation"]
