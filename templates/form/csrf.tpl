{{%AUTOESCAPE context="HTML"}}
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">{{#HAY_FORMULARIO_GUARDADO}}<input type="hidden" name="guardado" value="{{FORMULARIO_GUARDADO}}">{{/HAY_FORMULARIO_GUARDADO}}
