"""The questions a form can ask. Import them from `alongside.ui.forms`."""
