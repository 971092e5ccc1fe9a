from evaluatie.models.ontwikkelpunt import Ontwikkelpunt

__all__ = ["Ontwikkelpunt"]
