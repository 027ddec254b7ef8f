{{%AUTOESCAPE context="HTML"}}
<fieldset id="{{ID}}" class="campo{{#ERROR}} mal{{/ERROR}}" tabindex="-1" aria-describedby="{{ID}}-d">
<legend>{{LABEL}}</legend>
<div id="{{ID}}-d">{{#HAY_HINT}}<p class="hint">{{HINT}}</p>{{/HAY_HINT}}{{#ERROR}}<p class="err"><span class="vh">Error: </span>{{ERROR_TEXT}}</p>{{/ERROR}}</div>
{{#OPTION}}<label class="opt"><input type="checkbox" name="{{NAME}}" value="{{VALUE}}"{{#SELECTED}} checked{{/SELECTED}}> {{LABEL}}</label>
{{/OPTION}}</fieldset>
