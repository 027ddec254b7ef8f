{{%AUTOESCAPE context="HTML"}}
<div class="campo{{#ERROR}} mal{{/ERROR}}">
<label for="{{ID}}">{{LABEL}}{{#OPCIONAL}} <span class="op">(opcional)</span>{{/OPCIONAL}}</label>
<div id="{{ID}}-d">{{#HAY_HINT}}<p class="hint">{{HINT}}</p>{{/HAY_HINT}}{{#ERROR}}<p class="err"><span class="vh">Error: </span>{{ERROR_TEXT}}</p>{{/ERROR}}</div>
<input type="{{TYPE}}" id="{{ID}}" name="{{NAME}}" value="{{VALUE}}" class="{{WIDTH}}"{{#HAY_MAX}} maxlength="{{MAX}}"{{/HAY_MAX}}{{#HAY_INPUTMODE}} inputmode="{{INPUTMODE}}"{{/HAY_INPUTMODE}}{{#HAY_AUTOCOMPLETE}} autocomplete="{{AUTOCOMPLETE}}"{{/HAY_AUTOCOMPLETE}} aria-describedby="{{ID}}-d"{{#REQUIRED}} aria-required="true"{{/REQUIRED}}{{#ERROR}} aria-invalid="true"{{/ERROR}}>
</div>
