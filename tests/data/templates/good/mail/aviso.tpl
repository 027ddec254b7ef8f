{{%AUTOESCAPE context="HTML"}}
Hola {{A}}:

Adiós.
