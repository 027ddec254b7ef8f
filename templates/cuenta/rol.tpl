{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Cambiar de rol</h1>
<p class="lead">Lo que ve y puede hacer depende del rol con el que trabaja. Cada registro guarda con qué rol se hizo.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Elija el rol con el que quiere continuar. El que está en uso aparece siempre arriba, junto a su nombre. Si le falta uno, pídalo a la jefatura de la ORH de su entidad.</p></details>
{{#UN_ROL}}<div class="nota"><p>Su cuenta tiene un solo rol. <a href="{{INICIO}}">Ir a mi inicio</a></p></div>
{{/UN_ROL}}<form method="post" action="/cuenta/rol" novalidate>
{{>CSRF}}
<ul class="tareas">
{{#ROLES}}<li><div><strong>{{ROL}}</strong>
<p class="hint">{{#HAY_AMBITO}}{{AMBITO}}. {{/HAY_AMBITO}}{{#HAY_HASTA}}Hasta el {{HASTA:x-largo}}.{{/HAY_HASTA}}</p></div>
{{#ACTUAL}}<span class="est EN_CURSO">En uso</span>{{/ACTUAL}}{{#NO_ACTUAL}}<button class="sec" name="asignacion_id" value="{{ID}}">Usar este rol<span class="vh">: {{ROL}} {{AMBITO}}</span></button>{{/NO_ACTUAL}}</li>
{{/ROLES}}</ul>
</form>
