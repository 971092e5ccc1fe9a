from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("verbanden", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="voorstel",
            name="voorstel_besluit_heeft_datum",
        ),
        migrations.AlterField(
            model_name="historicalvoorstel",
            name="status",
            field=models.CharField(
                choices=[
                    ("open", "Nog niet beoordeeld"),
                    ("aangenomen", "Aangenomen"),
                    ("afgewezen", "Afgewezen"),
                    ("vervallen", "Vervallen"),
                ],
                default="open",
                max_length=20,
                verbose_name="status",
            ),
        ),
        migrations.AlterField(
            model_name="voorstel",
            name="status",
            field=models.CharField(
                choices=[
                    ("open", "Nog niet beoordeeld"),
                    ("aangenomen", "Aangenomen"),
                    ("afgewezen", "Afgewezen"),
                    ("vervallen", "Vervallen"),
                ],
                default="open",
                max_length=20,
                verbose_name="status",
            ),
        ),
        migrations.AddConstraint(
            model_name="voorstel",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("besluit_op__isnull", True), ("status", "open")),
                    models.Q(("besluit_op__isnull", False), ("status__in", ["aangenomen", "afgewezen", "vervallen"])),
                    _connector="OR",
                ),
                name="voorstel_besluit_heeft_datum",
            ),
        ),
    ]
