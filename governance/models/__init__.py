from governance.models.moment import Moment

__all__ = ["Moment"]
