{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>¿Qué es cada columna?</h1>
<p class="lead">No reconocimos todos los títulos de «{{NOMBRE}}».</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Diga qué contiene cada columna de su hoja; la que no haga falta, déjela en «No usar». Hacen falta el documento y los nombres; también el apellido, el puesto, el régimen y la fecha de ingreso. Recordaremos su respuesta para la próxima hoja con los mismos títulos.</p></details>
{{#RECORDADAS}}<div class="nota"><p>Se usaron las columnas que su entidad eligió antes para estos títulos.</p></div>
{{/RECORDADAS}}<form method="post" novalidate>
{{>CSRF}}
{{#COLUMNAS}}<div class="campo">
<label for="{{NAME}}">{{TITULO}}</label>
<p class="hint" id="{{NAME}}-d">{{#HAY_EJEMPLOS}}Por ejemplo: {{EJEMPLOS}}{{/HAY_EJEMPLOS}}{{#NO_EJEMPLOS}}Sin datos en las primeras filas.{{/NO_EJEMPLOS}}</p>
<select id="{{NAME}}" name="{{NAME}}" aria-describedby="{{NAME}}-d"><option value="">No usar</option>
{{#OPCIONES}}<option value="{{VALUE}}"{{#SELECTED}} selected{{/SELECTED}}>{{LABEL}}</option>
{{/OPCIONES}}</select>
</div>
{{/COLUMNAS}}
{{>CAMPO_SIN_TITULOS}}
<div class="acc"><button>Ver qué entra</button> <a href="/planilla/subir">Subir otro archivo</a></div>
</form>
