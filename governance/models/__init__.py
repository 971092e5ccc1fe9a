from governance.models.moment import Moment
from governance.models.wgrcheck import Wgrpunt

__all__ = ["Moment", "Wgrpunt"]
