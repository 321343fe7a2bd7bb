"""What has changed between two editions: compare, say it on a page, show it in Word."""
