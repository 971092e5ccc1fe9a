"""The side for residents: what of the portal is public (`velden`), and how a public page is answered (`bladzijde`)."""
