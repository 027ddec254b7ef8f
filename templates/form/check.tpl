{{%AUTOESCAPE context="HTML"}}
<div class="campo{{#ERROR}} mal{{/ERROR}}">
<div id="{{ID}}-d">{{#HAY_HINT}}<p class="hint">{{HINT}}</p>{{/HAY_HINT}}{{#ERROR}}<p class="err"><span class="vh">Error: </span>{{ERROR_TEXT}}</p>{{/ERROR}}</div>
<label class="opt"><input type="checkbox" id="{{ID}}" name="{{NAME}}" value="1"{{#CHECKED}} checked{{/CHECKED}} aria-describedby="{{ID}}-d"{{#REQUIRED}} aria-required="true"{{/REQUIRED}}{{#ERROR}} aria-invalid="true"{{/ERROR}}> {{LABEL}}</label>
</div>
