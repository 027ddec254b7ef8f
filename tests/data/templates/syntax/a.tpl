{{%AUTOESCAPE context="HTML"}}
{{#A}}x
