{{%AUTOESCAPE context="HTML"}}
<fieldset id="{{ID}}" class="campo{{#ERROR}} mal{{/ERROR}}" role="radiogroup" tabindex="-1" aria-describedby="{{ID}}-d"{{#REQUIRED}} aria-required="true"{{/REQUIRED}}{{#ERROR}} aria-invalid="true"{{/ERROR}}>
<legend>{{LABEL}}{{#OPCIONAL}} <span class="op">(opcional)</span>{{/OPCIONAL}}</legend>
<div id="{{ID}}-d">{{#HAY_HINT}}<p class="hint">{{HINT}}</p>{{/HAY_HINT}}{{#ERROR}}<p class="err"><span class="vh">Error: </span>{{ERROR_TEXT}}</p>{{/ERROR}}</div>
{{#OPTION}}<label class="opt"><input type="radio" name="{{NAME}}" value="{{VALUE}}"{{#SELECTED}} checked{{/SELECTED}}> {{LABEL}}</label>
{{/OPTION}}</fieldset>
