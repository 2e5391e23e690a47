"""What may leave the house: disclosure control, the one rounding, and published figures of others."""
