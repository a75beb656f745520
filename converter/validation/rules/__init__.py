"""What no schema can say about a report: one table of rules by topic, one short function a rule."""
